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

interface Texts {
  some: { one: string; other: string };
  notSent: string;
  /** Between the name of a field and what is wrong with it. */
  colon: string;
  field: AboutField;
  changed: string;
  tooOftenFor: { one: string; other: string };
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
    changed:
      'The form has changed in the meantime. Please look through it and send it again: what you entered is still there.',
    tooOftenFor: {
      one: 'Too much was sent from your connection. Please try again in one minute.',
      other: 'Too much was sent from your connection. Please try again in {count}\u00a0minutes.',
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
    changed:
      'Le formulaire a changé entre-temps. Veuillez le revoir et l’envoyer de nouveau\u00a0: ce que vous avez inscrit y est encore.',
    tooOftenFor: {
      one: 'Trop d’envois sont venus de votre connexion. Veuillez réessayer dans une minute.',
      other:
        'Trop d’envois sont venus de votre connexion. Veuillez réessayer dans {count}\u00a0minutes.',
    },
  },
};

export const problemTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
