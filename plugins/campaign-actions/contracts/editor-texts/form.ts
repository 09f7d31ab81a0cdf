import { field, type } from './text';

const technicalName = field(
  ['Technical name', 'Nom technique'],
  [
    'Used in exports; made for you when left empty, and to be kept the same in every language.',
    'Utilisé dans les exportations; créé pour vous s’il est vide, et à garder identique dans toutes les langues.',
  ],
);

export const formTexts = {
  'campaign-actions.form': type(
    ['Form', 'Formulaire'],
    ['What people fill in.', 'Ce que les gens remplissent.'],
    {
      heading: field(
        ['Heading', 'Titre'],
        [
          'Above the fields, for example “Your Information”.',
          'Au-dessus des champs, par exemple « Vos coordonnées ».',
        ],
      ),
      messageHeading: field(
        ['Heading of the message', 'Titre du message'],
        [
          'Above the message field, for example “Add your personal message and signature”.',
          'Au-dessus du message, par exemple « Ajoutez votre message personnel et votre signature ».',
        ],
      ),
      submitLabel: field(
        ['Button', 'Bouton'],
        ['For example “Sign now”.', 'Par exemple « Signer maintenant ».'],
      ),
      fields: field(
        ['Fields', 'Champs'],
        [
          'Ask for as little as you can; the e-mail address is always asked.',
          'Demandez le moins possible; le courriel est toujours demandé.',
        ],
      ),
      consents: field(
        ['Opt-ins', 'Consentements'],
        [
          'What people may agree to, such as a newsletter.',
          'Ce que les gens peuvent accepter, comme une infolettre.',
        ],
      ),
    },
  ),
  'campaign-actions.form-field': type(
    ['Field', 'Champ'],
    ['One question of the form.', 'Une question du formulaire.'],
    {
      field: field(
        ['What is asked', 'Ce qui est demandé'],
        [
          'Choose “A question of your own” for anything that is not listed.',
          'Choisissez « Une question à vous » pour ce qui n’est pas dans la liste.',
        ],
        {
          givenName: ['First name', 'Prénom'],
          familyName: ['Last name', 'Nom de famille'],
          phone: ['Phone', 'Téléphone'],
          country: ['Country', 'Pays'],
          region: ['Province or region', 'Province ou région'],
          postalCode: ['Postal code', 'Code postal'],
          city: ['City', 'Ville'],
          message: ['Message', 'Message'],
          own: ['A question of your own', 'Une question à vous'],
        },
      ),
      type: field(
        ['Kind of answer', 'Genre de réponse'],
        ['How people answer your question.', 'Comment on répond à votre question.'],
        {
          text: ['Text', 'Texte'],
          number: ['Number', 'Nombre'],
          date: ['Date', 'Date'],
          choice: ['One of several choices', 'Un choix parmi plusieurs'],
          checkbox: ['A box to tick', 'Une case à cocher'],
        },
      ),
      label: field(
        ['Label', 'Libellé'],
        ['What people read at the field.', 'Ce qu’on lit au champ.'],
      ),
      required: field(
        ['Must be filled in', 'Obligatoire'],
        [
          'Each field that must be filled in costs signatures.',
          'Chaque champ obligatoire coûte des signatures.',
        ],
      ),
      maxLength: field(
        ['Longest answer', 'Longueur maximale'],
        [
          'In characters; left empty, a sensible length is used.',
          'En caractères; laissée vide, une longueur raisonnable est utilisée.',
        ],
      ),
      options: field(['Choices', 'Choix'], ['One per line.', 'Un par ligne.']),
      help: field(
        ['Help', 'Aide'],
        [
          'A short sentence below the field; may stay empty.',
          'Une courte phrase sous le champ; peut rester vide.',
        ],
      ),
      name: technicalName,
    },
  ),
  'campaign-actions.consent': type(
    ['Opt-in', 'Consentement'],
    ['Something people may agree to.', 'Quelque chose qu’on peut accepter.'],
    {
      text: field(
        ['Text', 'Texte'],
        [
          'Exactly what people agree to; it is kept as evidence.',
          'Exactement ce que les gens acceptent; conservé comme preuve.',
        ],
      ),
      purpose: field(
        ['Purpose', 'But'],
        ['What you may do once somebody agreed.', 'Ce que vous pourrez faire après l’accord.'],
        {
          marketing: ['Write or call about campaigns', 'Écrire ou appeler au sujet de campagnes'],
          publish: ['Show their name publicly', 'Afficher leur nom publiquement'],
          sharing: ['Share with partners', 'Partager avec des partenaires'],
          other: ['Something else', 'Autre chose'],
        },
      ),
      channel: field(
        ['Way of contact', 'Moyen de contact'],
        ['How you may reach them.', 'Comment vous pourrez les joindre.'],
        {
          email: ['E-mail', 'Courriel'],
          phone: ['Phone', 'Téléphone'],
          post: ['Post', 'Poste'],
          sms: ['Text message', 'Texto'],
          none: ['None', 'Aucun'],
        },
      ),
      display: field(
        ['Shown as', 'Affichage'],
        ['Nothing is ever ticked beforehand.', 'Rien n’est jamais coché d’avance.'],
        {
          checkbox: ['A box to tick', 'Une case à cocher'],
          yes_no: ['Yes or no: an answer is required', 'Oui ou non : une réponse est exigée'],
        },
      ),
      required: field(
        ['Must be accepted', 'Doit être accepté'],
        [
          'People cannot take part without it; never for a newsletter.',
          'Impossible de participer sans lui; jamais pour une infolettre.',
        ],
      ),
      name: technicalName,
    },
  ),
};
