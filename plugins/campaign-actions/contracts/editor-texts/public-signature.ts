import { field, type } from './text';

export const publicSignatureTexts = {
  'plugin::campaign-actions.signature': type(
    ['Public signatures', 'Signatures publiques'],
    [
      'What supporters agreed to show; publish one to show it; deleted, it never comes back.',
      'Ce que des signataires ont accepté d’afficher; publiez pour afficher; supprimée, elle ne revient jamais.',
    ],
    {
      nameShown: field(
        ['Name as shown', 'Nom affiché'],
        [
          'As the supporter agreed to be shown; it cannot be changed.',
          'Tel que la personne a accepté d’être affichée; ne peut être modifié.',
        ],
      ),
      message: field(
        ['Message', 'Message'],
        [
          'In the supporter’s own words; it cannot be changed.',
          'Dans les mots de la personne; ne peut être modifié.',
        ],
      ),
      country: field(
        ['Country', 'Pays'],
        ['Two letters, for example CA.', 'Deux lettres, par exemple CA.'],
      ),
      action: field(
        ['Action', 'Action'],
        ['What the supporter signed.', 'Ce que la personne a signé.'],
      ),
    },
  ),
};
