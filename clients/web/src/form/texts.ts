import { type InLanguages, formatted, inLanguage } from '../locale';

interface Texts {
  to: string;
  allRequired: string;
  someOptional: string;
  optional: string;
  required: string;
  choose: string;
  yes: string;
  no: string;
  most: string;
  left: { one: string; many?: string; other: string };
  over: { one: string; many?: string; other: string };
  leaveEmpty: string;
  stored: string;
  privacy: string;
  privacyOf: string;
  mailFollows: string;
  submit: { petition: string; letter: string; email: string; call: string };
  sending: string;
  solving: string;
  waiting: string;
  offline: string;
  loading: string;
  notLoaded: string;
  notFound: string;
  again: string;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    to: 'To',
    allRequired: 'Please fill in every field.',
    someOptional: 'Please fill in every field that is not marked “optional”.',
    optional: 'optional',
    required: 'required',
    choose: 'Please choose',
    yes: 'Yes',
    no: 'No',
    most: 'At most {count} characters',
    left: { one: '{count} character left', other: '{count} characters left' },
    over: { one: '{count} character too many', other: '{count} characters too many' },
    leaveEmpty: 'Please leave this empty',
    stored:
      'What you enter is kept encrypted, and used for this action and what you agree to here.',
    privacy: 'How your data is protected',
    privacyOf: 'How {organisation} protects your data',
    mailFollows: 'We will send you an e-mail: you are counted once you have confirmed there.',
    submit: {
      petition: 'Sign',
      letter: 'I have sent my letter',
      email: 'I have sent my e-mail',
      call: 'I have called',
    },
    sending: 'Sending…',
    solving: 'Checking that you are no robot. This takes a few seconds…',
    waiting:
      'Our server does not answer just now. Please leave this page open: it is sent again by itself.',
    offline:
      'There is no connection. Please leave this page open: it is sent by itself as soon as you are back online.',
    loading: 'The form is loading…',
    notLoaded: 'The form could not be loaded. Please check your connection.',
    notFound: 'This action cannot be found.',
    again: 'Try again',
  },
  fr: {
    to: 'À',
    allRequired: 'Veuillez remplir tous les champs.',
    someOptional:
      'Veuillez remplir tous les champs qui ne portent pas la mention «\u00a0facultatif\u00a0».',
    optional: 'facultatif',
    required: 'obligatoire',
    choose: 'Veuillez choisir',
    yes: 'Oui',
    no: 'Non',
    most: 'Au plus {count} caractères',
    left: {
      one: 'Il reste {count} caractère',
      many: 'Il reste {count} de caractères',
      other: 'Il reste {count} caractères',
    },
    over: {
      one: '{count} caractère de trop',
      many: '{count} de caractères de trop',
      other: '{count} caractères de trop',
    },
    leaveEmpty: 'Veuillez laisser ceci vide',
    stored:
      'Ce que vous inscrivez est conservé sous forme chiffrée et sert à cette action et à ce que vous acceptez ici.',
    privacy: 'Comment vos données sont protégées',
    privacyOf: 'Comment {organisation} protège vos données',
    mailFollows: 'Nous vous enverrons un courriel\u00a0: votre geste compte une fois confirmé.',
    submit: {
      petition: 'Signer',
      letter: 'J’ai envoyé ma lettre',
      email: 'J’ai envoyé mon courriel',
      call: 'J’ai appelé',
    },
    sending: 'Envoi en cours…',
    solving: 'Nous vérifions que vous n’êtes pas un robot. Cela prend quelques secondes…',
    waiting:
      'Notre serveur ne répond pas pour l’instant. Veuillez laisser cette page ouverte\u00a0: l’envoi reprendra de lui-même.',
    offline:
      'Il n’y a pas de connexion. Veuillez laisser cette page ouverte\u00a0: l’envoi se fera de lui-même dès que vous serez de nouveau en ligne.',
    loading: 'Le formulaire se charge…',
    notLoaded: 'Le formulaire n’a pas pu être chargé. Veuillez vérifier votre connexion.',
    notFound: 'Cette action est introuvable.',
    again: 'Réessayer',
  },
};

export const formTexts = (locale: string): Texts => inLanguage(locale, TEXTS);

/** A sentence with a number in it, in the form that the number asks for. */
export const counted = (
  locale: string,
  count: number,
  words: { one: string; many?: string; other: string },
): string => {
  const form = new Intl.PluralRules(inLanguage(locale, { en: 'en', fr: 'fr' })).select(count);
  const sentence = form === 'one' ? words.one : form === 'many' ? words.many : words.other;
  return (sentence ?? words.other).replace('{count}', () => formatted(count, locale));
};

/** What is at most allowed, before anything is typed. */
export const atMost = (locale: string, count: number): string =>
  formTexts(locale).most.replace('{count}', () => formatted(count, locale));
