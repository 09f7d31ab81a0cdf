import { field, type } from './text';

const heading = field(
  ['Heading', 'Intertitre'],
  [
    'Above this part of the page; may stay empty.',
    'Au-dessus de cette partie de la page; peut rester vide.',
  ],
);

export const sectionsTexts = {
  'campaign-actions.section-text': type(
    ['Text', 'Texte'],
    ['A part of the story.', 'Une partie du récit.'],
    {
      heading,
      body: field(
        ['Text', 'Texte'],
        [
          'Headings, lists, quotes, images and links are allowed.',
          'Titres, listes, citations, images et liens sont permis.',
        ],
      ),
    },
  ),
  'campaign-actions.section-quote': type(
    ['Quote', 'Citation'],
    ['What somebody said.', 'Ce que quelqu’un a dit.'],
    {
      text: field(['Quote', 'Citation'], ['Without quotation marks.', 'Sans guillemets.']),
      name: field(
        ['Who said it', 'Qui l’a dit'],
        [
          'A name; leave it empty when naming somebody could hurt them.',
          'Un nom; laissez vide si nommer la personne peut lui nuire.',
        ],
      ),
      role: field(
        ['Who they are', 'Sa fonction'],
        [
          'For example “Researcher, Amnesty International”.',
          'Par exemple « Chercheuse, Amnistie internationale ».',
        ],
      ),
    },
  ),
  'campaign-actions.section-image': type(
    ['Image', 'Image'],
    ['A picture with its caption.', 'Une image et sa légende.'],
    {
      image: field(
        ['Image', 'Image'],
        ['Choose it from the media library.', 'Choisissez-la dans la médiathèque.'],
      ),
      alt: field(
        ['In words', 'En mots'],
        [
          'What the picture shows, for people who cannot see it.',
          'Ce que montre l’image, pour qui ne peut pas la voir.',
        ],
      ),
      caption: field(
        ['Caption', 'Légende'],
        ['What readers should know about the picture.', 'Ce qu’il faut savoir de l’image.'],
      ),
      credit: field(['Credit', 'Crédit'], ['Who made the picture.', 'L’auteur de l’image.']),
    },
  ),
  'campaign-actions.section-figures': type(
    ['Figures', 'Chiffres'],
    ['Several numbers side by side.', 'Plusieurs chiffres côte à côte.'],
    {
      heading,
      figures: field(
        ['Figures', 'Chiffres'],
        ['Two to four read best.', 'Deux à quatre se lisent le mieux.'],
      ),
    },
  ),
  'campaign-actions.figure': type(
    ['Figure', 'Chiffre'],
    ['A number and what it means.', 'Un nombre et ce qu’il signifie.'],
    {
      figure: field(
        ['Figure', 'Chiffre'],
        ['The number itself, for example 40.', 'Le nombre seul, par exemple 40.'],
      ),
      statement: field(
        ['Statement', 'Énoncé'],
        ['What the number means.', 'Ce que le nombre signifie.'],
      ),
    },
  ),
  'campaign-actions.section-timeline': type(
    ['Timeline', 'Chronologie'],
    ['What happened, in order.', 'Ce qui s’est passé, dans l’ordre.'],
    {
      heading,
      entries: field(
        ['Events', 'Événements'],
        ['In the order in which they should be read.', 'Dans l’ordre de lecture.'],
      ),
    },
  ),
  'campaign-actions.timeline-entry': type(
    ['Event', 'Événement'],
    ['Something that happened.', 'Quelque chose qui s’est passé.'],
    {
      date: field(
        ['When', 'Quand'],
        [
          'As readers should see it, for example “April 2017”.',
          'Tel qu’on doit le lire, par exemple « avril 2017 ».',
        ],
      ),
      title: field(['What', 'Quoi'], ['In a few words.', 'En quelques mots.']),
      text: field(['Text', 'Texte'], ['One to three sentences.', 'Une à trois phrases.']),
    },
  ),
  'campaign-actions.section-call-to-action': type(
    ['Call to action', 'Appel à l’action'],
    ['A button within the story.', 'Un bouton dans le récit.'],
    {
      heading,
      text: field(['Text', 'Texte'], ['Why it matters now.', 'Pourquoi il faut agir maintenant.']),
      label: field(
        ['Button', 'Bouton'],
        [
          'In a few words, for example “Sign now”.',
          'En quelques mots, par exemple « Signer maintenant ».',
        ],
      ),
      action: field(
        ['Action', 'Action'],
        [
          'Choose it by its title; it may still be a draft.',
          'Choisissez-la par son titre; elle peut encore être un brouillon.',
        ],
      ),
      url: field(
        ['Or a link', 'Ou un lien'],
        [
          'Only when the button leads elsewhere, beginning with https://.',
          'Seulement si le bouton mène ailleurs, en commençant par https://.',
        ],
      ),
    },
  ),
  'campaign-actions.section-questions': type(
    ['Questions and answers', 'Questions et réponses'],
    ['What visitors ask.', 'Ce que demandent les internautes.'],
    {
      heading,
      questions: field(
        ['Questions', 'Questions'],
        ['The most asked first.', 'Les plus fréquentes d’abord.'],
      ),
    },
  ),
  'campaign-actions.question': type(
    ['Question', 'Question'],
    ['A question and its answer.', 'Une question et sa réponse.'],
    {
      question: field(
        ['Question', 'Question'],
        ['As a visitor would ask it.', 'Telle qu’on la poserait.'],
      ),
      answer: field(['Answer', 'Réponse'], ['Short and plain.', 'Courte et claire.']),
    },
  ),
};
