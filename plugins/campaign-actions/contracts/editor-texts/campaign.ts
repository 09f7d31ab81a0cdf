import { field, type } from './text';

const action = field(
  ['Action', 'Action'],
  [
    'Choose it by its title; it may still be a draft.',
    'Choisissez-la par son titre; elle peut encore être un brouillon.',
  ],
);

export const campaignTexts = {
  'plugin::campaign-actions.campaign': type(
    ['Campaign page', 'Page de campagne'],
    ['One page that asks visitors to act.', 'Une page qui invite à agir.'],
    {
      title: field(['Title', 'Titre'], ['The headline of the page.', 'Le grand titre de la page.']),
      slug: field(
        ['Address', 'Adresse'],
        [
          'The last part of the page’s web address; made from the title.',
          'La fin de l’adresse Web de la page; tirée du titre.',
        ],
      ),
      hero: field(
        ['Key figure', 'Chiffre clé'],
        [
          'The number and sentence at the top of the page.',
          'Le chiffre et la phrase en haut de la page.',
        ],
      ),
      action: field(
        ['Action', 'Action'],
        [
          'What visitors are asked to do here: choose it by its title.',
          'Ce qu’on demande aux internautes de faire ici : choisissez-la par son titre.',
        ],
      ),
      sections: field(
        ['Story', 'Récit'],
        [
          'Add texts, images, quotes and more, in the order of the page.',
          'Ajoutez textes, images, citations et autres, dans l’ordre de la page.',
        ],
      ),
      furtherActions: field(
        ['Further actions', 'Autres actions'],
        [
          'What else visitors can do, below the story.',
          'Ce qu’on peut faire d’autre, sous le récit.',
        ],
      ),
      scripts: field(
        ['Scripts', 'Scripts'],
        [
          'Code that the page loads, for statistics for one; ask your web team.',
          'Du code chargé par la page, par exemple pour des statistiques; demandez à votre équipe Web.',
        ],
      ),
      seo: field(
        ['Search engines', 'Moteurs de recherche'],
        [
          'How the page looks in search results.',
          'L’apparence de la page dans les résultats de recherche.',
        ],
      ),
      share: field(
        ['Sharing texts', 'Textes de partage'],
        [
          'What is filled in when somebody shares the page.',
          'Ce qui est proposé quand on partage la page.',
        ],
      ),
      externalIds: field(
        ['Identifiers elsewhere', 'Identifiants externes'],
        [
          'What this campaign is called in your CRM or other systems.',
          'Comment cette campagne se nomme dans votre CRM ou ailleurs.',
        ],
      ),
    },
  ),
  'campaign-actions.hero': type(
    ['Key figure', 'Chiffre clé'],
    ['The number at the top of the page.', 'Le chiffre en haut de la page.'],
    {
      figure: field(
        ['Figure', 'Chiffre'],
        ['The number itself, for example 2 or 40%.', 'Le nombre seul, par exemple 2 ou 40 %.'],
      ),
      statement: field(
        ['Statement', 'Énoncé'],
        [
          'What the number means, to be read right after it.',
          'Ce que le nombre signifie, à lire juste après.',
        ],
      ),
      image: field(
        ['Image', 'Image'],
        [
          'The large picture behind or beside the figure.',
          'La grande image derrière ou à côté du chiffre.',
        ],
      ),
    },
  ),
  'campaign-actions.further-action': type(
    ['Further action', 'Autre action'],
    ['Something else to do.', 'Autre chose à faire.'],
    {
      label: field(
        ['Button', 'Bouton'],
        [
          'In a few words, for example “Write a letter”.',
          'En quelques mots, par exemple « Écrire une lettre ».',
        ],
      ),
      title: field(['Title', 'Titre'], ['What it is about.', 'De quoi il s’agit.']),
      action,
      url: field(
        ['Or a link', 'Ou un lien'],
        [
          'Only when the action lives elsewhere, beginning with https://.',
          'Seulement si l’action est ailleurs, en commençant par https://.',
        ],
      ),
    },
  ),
  'campaign-actions.script': type(
    ['Script', 'Script'],
    ['Code that the page loads.', 'Du code chargé par la page.'],
    {
      name: field(
        ['What it is for', 'À quoi il sert'],
        [
          'For whoever reads this later, for example “Visit statistics”.',
          'Pour qui lira ceci plus tard, par exemple « Statistiques de visites ».',
        ],
      ),
      placement: field(
        ['Place', 'Emplacement'],
        [
          'Where in the page it goes; its maker says so.',
          'Où il va dans la page; son auteur le précise.',
        ],
        {
          head: ['In the head', 'Dans l’en-tête'],
          body_start: ['At the beginning of the body', 'Au début du corps'],
          body_end: ['At the end of the body', 'À la fin du corps'],
        },
      ),
      src: field(
        ['Address', 'Adresse'],
        [
          'Where the script is, beginning with https://; or else write its code below.',
          'Où se trouve le script, en commençant par https://; sinon, écrivez son code ci-dessous.',
        ],
      ),
      inline: field(
        ['Code', 'Code'],
        [
          'The code itself, without <script> tags; only when there is no address.',
          'Le code seul, sans balises <script>; seulement s’il n’y a pas d’adresse.',
        ],
      ),
      async: field(
        ['Load without waiting', 'Charger sans attendre'],
        [
          'The page shows without waiting for the script.',
          'La page s’affiche sans attendre le script.',
        ],
      ),
      defer: field(
        ['Run after the page', 'Exécuter après la page'],
        [
          'The script runs when the page has been read.',
          'Le script s’exécute une fois la page lue.',
        ],
      ),
      integrity: field(
        ['Fingerprint', 'Empreinte'],
        [
          'Begins with sha384-; the browser refuses a script that was changed.',
          'Commence par sha384-; le navigateur refuse un script modifié.',
        ],
      ),
      consentCategory: field(
        ['Consent', 'Consentement'],
        [
          'What visitors must have accepted before it runs.',
          'Ce que les internautes doivent avoir accepté avant son exécution.',
        ],
        {
          necessary: ['Necessary: always runs', 'Nécessaire : toujours exécuté'],
          preferences: ['Preferences', 'Préférences'],
          statistics: ['Statistics', 'Statistiques'],
          marketing: ['Marketing', 'Marketing'],
        },
      ),
    },
  ),
  'campaign-actions.seo': type(
    ['Search engines', 'Moteurs de recherche'],
    ['How the page looks in search results.', 'L’apparence dans les résultats de recherche.'],
    {
      metaTitle: field(
        ['Title in search results', 'Titre dans les résultats'],
        [
          'About 60 characters; left empty, the page’s title is used.',
          'Environ 60 caractères; laissé vide, le titre de la page est repris.',
        ],
      ),
      metaDescription: field(
        ['Description in search results', 'Description dans les résultats'],
        [
          'One or two sentences, about 150 characters.',
          'Une ou deux phrases, environ 150 caractères.',
        ],
      ),
      shareImage: field(
        ['Image for sharing', 'Image de partage'],
        [
          'Shown when the page is shared; 1200 by 630 pixels is best.',
          'Affichée lors d’un partage; 1200 sur 630 pixels de préférence.',
        ],
      ),
      canonicalUrl: field(
        ['Main address', 'Adresse principale'],
        [
          'Only when the same page is also found elsewhere.',
          'Seulement si la même page se trouve aussi ailleurs.',
        ],
      ),
      noIndex: field(
        ['Hide from search engines', 'Masquer aux moteurs de recherche'],
        [
          'Asks search engines not to list the page.',
          'Demande aux moteurs de ne pas répertorier la page.',
        ],
      ),
    },
  ),
  'campaign-actions.share': type(
    ['Sharing texts', 'Textes de partage'],
    [
      'What is filled in when somebody shares the page.',
      'Ce qui est proposé quand on partage la page.',
    ],
    {
      text: field(
        ['Post', 'Publication'],
        [
          'For social networks, without the link: your website should add it.',
          'Pour les réseaux sociaux, sans le lien; c’est à votre site de l’ajouter.',
        ],
      ),
      emailSubject: field(
        ['E-mail subject', 'Objet du courriel'],
        [
          'For somebody who tells a friend by e-mail.',
          'Pour qui en parle à un proche par courriel.',
        ],
      ),
      emailBody: field(
        ['E-mail text', 'Texte du courriel'],
        [
          'A few sentences, without the link: your website should add it.',
          'Quelques phrases, sans le lien; c’est à votre site de l’ajouter.',
        ],
      ),
    },
  ),
  'campaign-actions.external-id': type(
    ['Identifier elsewhere', 'Identifiant externe'],
    ['A name in another system.', 'Un nom dans un autre système.'],
    {
      system: field(['System', 'Système'], ['For example salesforce.', 'Par exemple salesforce.']),
      externalId: field(
        ['Identifier', 'Identifiant'],
        ['Copied from that system.', 'Copié de ce système.'],
      ),
    },
  ),
};
