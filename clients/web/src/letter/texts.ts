import { type InLanguages, inLanguage } from '../locale';

interface Texts {
  yourLetter: string;
  yourEmail: string;
  sendIt: string;
  sendEmail: string;
  tellUs: string;
  tellUsWhy: string;
  yourName: string;
  points: string;
  pointsOwnWords: string;
  address: string;
  edit: string;
  print: string;
  copy: string;
  copied: string;
  notCopied: string;
  mail: string;
  openMail: string;
  tooLong: string;
  insert: string;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    yourLetter: 'Your letter',
    yourEmail: 'Your e-mail',
    sendIt: 'Send it',
    sendEmail: 'Send it',
    tellUs: 'Tell us that you did',
    tellUsWhy: 'So that yours is counted.',
    yourName: 'Your name',
    points: 'Points to make in your own words',
    pointsOwnWords: 'Please make these points in your own words',
    address: 'To this address',
    edit: 'Change the text',
    print: 'Print',
    copy: 'Copy',
    copied: 'The text is copied.',
    notCopied: 'This browser does not allow copying: please select the text and copy it by hand.',
    mail: 'Send by e-mail',
    openMail: 'Open in my mail program',
    tooLong:
      'The text is too long to be handed to a mail program: please copy it first, and paste it into the e-mail.',
    insert: 'Put in the text from above',
  },
  fr: {
    yourLetter: 'Votre lettre',
    yourEmail: 'Votre courriel',
    sendIt: 'Envoyez-la',
    sendEmail: 'Envoyez-le',
    tellUs: 'Dites-nous que c’est fait',
    tellUsWhy: 'Pour que votre geste soit compté.',
    yourName: 'Votre nom',
    points: 'Points à exposer dans vos propres mots',
    pointsOwnWords: 'Veuillez exposer ces points dans vos propres mots',
    address: 'À cette adresse',
    edit: 'Modifier le texte',
    print: 'Imprimer',
    copy: 'Copier',
    copied: 'Le texte est copié.',
    notCopied:
      'Ce navigateur ne permet pas de copier\u00a0: veuillez sélectionner le texte et le copier à la main.',
    mail: 'Envoyer par courriel',
    openMail: 'Ouvrir dans ma messagerie',
    tooLong:
      'Le texte est trop long pour être remis à une messagerie\u00a0: veuillez d’abord le copier, puis le coller dans le courriel.',
    insert: 'Reprendre le texte ci-dessus',
  },
};

export const letterTexts = (locale: string): Texts => inLanguage(locale, TEXTS);

/** What stands where the supporter's name will. */
export const nobodyIn = (locale: string): string => `[${letterTexts(locale).yourName}]`;
