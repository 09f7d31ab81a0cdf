import type { TokenPurpose } from '../privacy/token';

/** What the page says about one kind of link, before and after the button. */
interface PurposeTexts {
  title: string;
  about: string;
  button: string;
  doneTitle: string;
  done: string;
}

export interface Texts extends Record<TokenPurpose, PurposeTexts> {
  /** Title before anything is known about the link. */
  title: string;
  /** For browsers that run no script. */
  withoutScript: string;
  plainHint: string;
  code: string;
  codeHint: string;
  pasteInstead: string;
  sending: string;
  refused: string;
  unreachable: string;
  busy: string;
  again: string;
  otherLanguage: string;
}

const en: Texts = {
  title: 'One more step',
  withoutScript:
    'Your browser runs no JavaScript, so our link cannot say by itself what it is for. Nothing has changed so far: paste the code from our mail, and press the button of your choice.',
  plainHint:
    'For “This was not me” and for withdrawing, paste the whole link that our mail has for it.',
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
  codeHint: 'Paste the code, or the whole link.',
  pasteInstead: 'Paste a code instead',
  sending: 'One moment…',
  refused:
    'This link or code is not valid, or not valid any more. Is it complete? Please paste the code, or the whole link, from our latest mail.',
  unreachable:
    'We could not reach our server. Please check your connection and try again: nothing is done twice.',
  busy: 'Our server is busy. Please try again in a moment.',
  again: 'Try again',
  otherLanguage: 'Français',
};

const fr: Texts = {
  title: 'Encore une étape',
  withoutScript:
    'Votre navigateur n’exécute pas JavaScript, et notre lien ne peut pas dire à lui seul à quoi il sert. Rien n’a changé pour l’instant : collez le code de notre courriel, puis appuyez sur le bouton de votre choix.',
  plainHint:
    'Pour « Ce n’était pas moi » et pour retirer votre signature, collez le lien entier que notre courriel donne pour cela.',
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
  codeHint: 'Collez le code, ou le lien entier.',
  pasteInstead: 'Coller plutôt un code',
  sending: 'Un instant…',
  refused:
    'Ce lien ou ce code n’est pas valide, ou ne l’est plus. Est-il complet? Veuillez coller le code, ou le lien entier, de notre dernier courriel.',
  unreachable:
    'Notre serveur est injoignable. Veuillez vérifier votre connexion et réessayer : rien ne sera fait deux fois.',
  busy: 'Notre serveur est occupé. Veuillez réessayer dans un instant.',
  again: 'Réessayer',
  otherLanguage: 'English',
};

export const TEXTS = { en, fr };
export type Language = keyof typeof TEXTS;
