import { type InLanguages, inLanguage } from '../locale';

interface Texts {
  almost: string;
  sentTo: string;
  open: string;
  press: string;
  notBefore: string;
  noMail: string;
  spam: string;
  wrong: string;
  correct: string;
  rehearsed: string;
  preview: string;
  taken: string;
  takenText: string;
  waitsText: string;
  forAnother: string;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    almost: 'Almost there: please look at your mail',
    sentTo: 'We are sending an e-mail to {email}.',
    open: 'Open our e-mail.',
    press: 'Follow the link in it, and press “Confirm”.',
    notBefore: 'You are counted once you have confirmed, not before.',
    noMail: 'No e-mail after a few minutes?',
    spam: 'Please look in your spam folder, too.',
    wrong: 'Is the address not quite right?',
    correct: 'Correct it and send again',
    rehearsed: 'That was a rehearsal: nothing was stored and no e-mail was sent.',
    preview: 'This is a preview: you can try the form, and nothing is stored.',
    taken: 'You have taken part already',
    takenText: 'This action was taken in this browser. Thank you!',
    waitsText:
      'This action was taken in this browser. Have you confirmed it? The link is in our e-mail, perhaps in your spam folder.',
    forAnother: 'Fill it in for somebody else',
  },
  fr: {
    almost: 'Vous y êtes presque\u00a0: consultez vos courriels',
    sentTo: 'Nous envoyons un courriel à {email}.',
    open: 'Ouvrez notre courriel.',
    press: 'Suivez le lien qui s’y trouve, puis appuyez sur «\u00a0Confirmer\u00a0».',
    notBefore: 'Votre geste ne comptera qu’après confirmation.',
    noMail: 'Pas de courriel après quelques minutes?',
    spam: 'Veuillez regarder aussi dans le dossier des courriels indésirables.',
    wrong: 'L’adresse contient une erreur?',
    correct: 'La corriger et envoyer de nouveau',
    rehearsed: 'C’était un essai\u00a0: rien n’a été conservé et aucun courriel n’a été envoyé.',
    preview: 'Ceci est un aperçu\u00a0: vous pouvez essayer le formulaire, rien n’est conservé.',
    taken: 'Vous avez déjà pris part à cette action',
    takenText: 'Cette action a été faite dans ce navigateur. Merci!',
    waitsText:
      'Cette action a été faite dans ce navigateur. L’avez-vous confirmée? Le lien se trouve dans notre courriel, peut-être parmi les indésirables.',
    forAnother: 'Remplir pour quelqu’un d’autre',
  },
};

export const signatureTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
