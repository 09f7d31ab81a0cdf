import { type InLanguages, inLanguage } from '../locale';
import type { Purpose } from './read';

/** What is said about one kind of link, before and after its button. */
interface PurposeTexts {
  title: string;
  about: string;
  button: string;
  doneTitle: string;
  done: string;
}

interface Texts extends Record<Purpose, PurposeTexts> {
  /** Before anything is known about the link. */
  title: string;
  about: string;
  code: string;
  codeHint: string;
  pasteInstead: string;
  /** Above what the action itself says. */
  confirmed: string;
  sending: string;
  refused: string;
  again: string;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    title: 'One more step',
    about: 'Paste the code from our mail, or the whole link, and press the button of your choice.',
    confirm: {
      title: 'Confirm your e\u2011mail address',
      about: 'Press the button to confirm that this e-mail address is yours.',
      button: 'Confirm',
      doneTitle: 'Thank you',
      done: 'Your e-mail address is confirmed. You can close this page.',
    },
    reject: {
      title: 'This was not you?',
      about:
        'Somebody entered your e-mail address. Press the button: we will delete what was entered, and not write to you about it again.',
      button: 'This was not me',
      doneTitle: 'Thank you for telling us',
      done: 'What was entered is deleted, and we will not write to you about it again. You can close this page.',
    },
    withdraw: {
      title: 'Withdraw your signature',
      about: 'Press the button to withdraw your signature. It will be deleted, and counts no more.',
      button: 'Withdraw my signature',
      doneTitle: 'Your signature is withdrawn',
      done: 'It is deleted, and counts no more. You can close this page.',
    },
    code: 'Code from our mail',
    codeHint:
      'For “This was not me” and for withdrawing, paste the whole link that our mail has for it.',
    pasteInstead: 'Paste a code instead',
    confirmed: 'Your e-mail address is confirmed. It counts.',
    sending: 'One moment…',
    refused:
      'This link or code is not valid, or not valid any more. Is it complete? Please paste the code, or the whole link, from our latest mail.',
    again: 'Try again',
  },
  fr: {
    title: 'Encore une étape',
    about:
      'Collez le code de notre courriel, ou le lien entier, puis appuyez sur le bouton de votre choix.',
    confirm: {
      title: 'Confirmez votre adresse courriel',
      about: 'Appuyez sur le bouton pour confirmer que cette adresse courriel est la vôtre.',
      button: 'Confirmer',
      doneTitle: 'Merci',
      done: 'Votre adresse courriel est confirmée. Vous pouvez fermer cette page.',
    },
    reject: {
      title: 'Ce n’était pas vous?',
      about:
        'Quelqu’un a inscrit votre adresse courriel. Appuyez sur le bouton : nous supprimerons ce qui a été inscrit et ne vous écrirons plus à ce sujet.',
      button: 'Ce n’était pas moi',
      doneTitle: 'Merci de nous l’avoir dit',
      done: 'Ce qui a été inscrit est supprimé, et nous ne vous écrirons plus à ce sujet. Vous pouvez fermer cette page.',
    },
    withdraw: {
      title: 'Retirez votre signature',
      about:
        'Appuyez sur le bouton pour retirer votre signature. Elle sera supprimée et ne comptera plus.',
      button: 'Retirer ma signature',
      doneTitle: 'Votre signature est retirée',
      done: 'Elle est supprimée et ne compte plus. Vous pouvez fermer cette page.',
    },
    code: 'Code de notre courriel',
    codeHint:
      'Pour « Ce n’était pas moi » et pour retirer votre signature, collez le lien entier que notre courriel donne pour cela.',
    pasteInstead: 'Coller plutôt un code',
    confirmed: 'Votre adresse courriel est confirmée. C’est compté.',
    sending: 'Un instant…',
    refused:
      'Ce lien ou ce code n’est pas valide, ou ne l’est plus. Est-il complet? Veuillez coller le code, ou le lien entier, de notre dernier courriel.',
    again: 'Réessayer',
  },
};

export const linkTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
