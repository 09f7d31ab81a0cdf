import { type InLanguages, inLanguage } from '../locale';

/** What is said about one field, by the codes of docs/errors.md. */
interface AboutField {
  required: string;
  choose: string;
  tick: string;
  address: string;
  day: string;
  number: string;
  format: string;
  tooLong: string;
  tooShort: string;
  characters: string;
  firstCharacter: string;
  link: string;
  notAnOption: string;
  mustBeGiven: string;
}

/** What is said when the signature as a whole was not taken. */
interface AboutAll {
  changed: string;
  notOpenYet: string;
  closed: string;
  notFound: string;
  tooOften: string;
  tooOftenFor: { one: string; other: string };
  refused: string;
  notSolved: string;
  noAnswer: string;
  busy: string;
  unknown: string;
}

interface Texts {
  some: { one: string; other: string };
  notSent: string;
  /** Between the name of a field and what is wrong with it. */
  colon: string;
  field: AboutField;
  all: AboutAll;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    some: {
      one: 'Please look at one field again',
      other: 'Please look at {count} fields again',
    },
    notSent: 'This was not sent',
    colon: ': ',
    field: {
      required: 'Please fill this in.',
      choose: 'Please choose an answer.',
      tick: 'Please tick this box.',
      address: 'Please enter an address such as zoe@example.org.',
      day: 'Please enter a day such as 2001-02-28.',
      number: 'Please enter a number.',
      format: 'This does not look right.',
      tooLong: 'Please shorten this to {count} characters.',
      tooShort: 'Please write a little more.',
      characters: 'Some signs in this text cannot be taken. Please type it instead of pasting it.',
      firstCharacter: 'This cannot begin with =, +, - or @.',
      link: 'This cannot contain a web address. If there is a dot in it, please put a space behind it.',
      notAnOption: 'Please choose one of the answers that are offered.',
      mustBeGiven: 'Without this, the action cannot be taken.',
    },
    all: {
      changed:
        'The form has changed in the meantime. Please look through it and send it again: what you entered is still there.',
      notOpenYet: 'This action is not open yet. Please come back later.',
      closed: 'This action is closed.',
      notFound: 'This action cannot be found.',
      tooOften: 'Too much was sent from your connection. Please try again later.',
      tooOftenFor: {
        one: 'Too much was sent from your connection. Please try again in one minute.',
        other: 'Too much was sent from your connection. Please try again in {count} minutes.',
      },
      refused: 'Nothing can be sent from your connection. Please try another one.',
      notSolved: 'The check against robots did not work. Please send it again.',
      noAnswer:
        'Our server could not be reached. Please check your connection and send it again: it never counts twice.',
      busy: 'Our server is busy. Please send it again in a moment: it never counts twice.',
      unknown: 'Something went wrong. Please send it again: it never counts twice.',
    },
  },
  fr: {
    some: {
      one: 'Veuillez revoir un champ',
      other: 'Veuillez revoir {count} champs',
    },
    notSent: 'L’envoi n’a pas eu lieu',
    colon: '\u00a0: ',
    field: {
      required: 'Veuillez remplir ce champ.',
      choose: 'Veuillez choisir une réponse.',
      tick: 'Veuillez cocher cette case.',
      address: 'Veuillez inscrire une adresse comme zoe@example.org.',
      day: 'Veuillez inscrire une date comme 2001-02-28.',
      number: 'Veuillez inscrire un nombre.',
      format: 'Ceci ne semble pas exact.',
      tooLong: 'Veuillez raccourcir ce texte à {count} caractères.',
      tooShort: 'Veuillez en écrire un peu plus.',
      characters:
        'Certains signes de ce texte ne peuvent pas être acceptés. Veuillez le taper plutôt que le coller.',
      firstCharacter: 'Ceci ne peut pas commencer par =, +, - ou @.',
      link: 'Ceci ne peut pas contenir d’adresse Web. S’il y a un point, veuillez mettre une espace après.',
      notAnOption: 'Veuillez choisir une des réponses proposées.',
      mustBeGiven: 'Sans cet accord, l’action n’est pas possible.',
    },
    all: {
      changed:
        'Le formulaire a changé entre-temps. Veuillez le revoir et l’envoyer de nouveau\u00a0: ce que vous avez inscrit y est encore.',
      notOpenYet: 'Cette action n’est pas encore ouverte. Veuillez revenir plus tard.',
      closed: 'Cette action est terminée.',
      notFound: 'Cette action est introuvable.',
      tooOften: 'Trop d’envois sont venus de votre connexion. Veuillez réessayer plus tard.',
      tooOftenFor: {
        one: 'Trop d’envois sont venus de votre connexion. Veuillez réessayer dans une minute.',
        other:
          'Trop d’envois sont venus de votre connexion. Veuillez réessayer dans {count} minutes.',
      },
      refused: 'Rien ne peut être envoyé depuis votre connexion. Veuillez en essayer une autre.',
      notSolved: 'La vérification contre les robots n’a pas réussi. Veuillez envoyer de nouveau.',
      noAnswer:
        'Notre serveur est injoignable. Veuillez vérifier votre connexion et envoyer de nouveau\u00a0: rien ne compte deux fois.',
      busy: 'Notre serveur est occupé. Veuillez envoyer de nouveau dans un instant\u00a0: rien ne compte deux fois.',
      unknown:
        'Une erreur s’est produite. Veuillez envoyer de nouveau\u00a0: rien ne compte deux fois.',
    },
  },
};

export const problemTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
