import type { FieldErrorCode, ProblemCode } from '../http/problems';
import type { Language } from '../link-page/texts';

/** A page that says one thing. */
export interface Said {
  title: string;
  text: string;
}

export interface Texts {
  /** 202: a mail is on its way. */
  sent: Said;
  /** 201 */
  counted: Said;
  /** Tried with a preview token. */
  rehearsed: Said;
  /** Some fields are not valid. */
  invalid: Said;
  /** Fields or versions that the form does not have. */
  formChanged: Said;
  /** What to do about it, in the same order everywhere. */
  goBack: string;
  /** What is wrong with one field, said behind its label. */
  fields: Record<Exclude<FieldErrorCode, 'unknown' | 'unknown-version' | 'not-solved'>, string>;
  consentDue: string;
  problems: Partial<Record<ProblemCode, Said>>;
  /** Whatever else a form can be answered with. */
  refused: Said;
  waitMinutes(minutes: number): string;
  /** Another try with a link or a code. */
  anotherCode: string;
  backTo(organisation: string): string;
  /** Between a label and what is said about it. */
  colon: string;
}

const en: Texts = {
  sent: {
    title: 'Almost there',
    text: 'We have sent you a mail. Please open it and confirm your address: only then will it count. Nothing there after a few minutes? Look among the junk mail.',
  },
  counted: { title: 'Thank you', text: 'It counts. You can close this page.' },
  rehearsed: {
    title: 'This was a trial',
    text: 'Everything was right. Nothing was stored, and no mail goes out.',
  },
  invalid: { title: 'Please look at the form again', text: 'Nothing was sent yet:' },
  formChanged: {
    title: 'The form has changed',
    text: 'It was changed after you opened the page, so nothing was sent yet. Please go back, load the page again and fill it in once more.',
  },
  goBack: 'Go back with the Back button of your browser: what you typed is still there.',
  fields: {
    required: 'please fill this in.',
    type: 'this is not what is asked for here.',
    'too-long': 'this is too long.',
    'too-short': 'this is too short.',
    format: 'please check this for typing errors.',
    characters: 'there is a character in it that cannot stand here. Please type it anew.',
    'first-character': 'this cannot begin with =, +, - or @.',
    link: 'please leave web addresses out.',
    'not-an-option': 'please choose one of the options.',
    'must-be-given': 'without it, we cannot take this.',
  },
  consentDue: 'please answer yes or no.',
  problems: {
    'not-found': {
      title: 'We cannot find this',
      text: 'There is nothing to sign at this address, or not any more.',
    },
    'method-not-allowed': {
      title: 'Nothing was sent',
      text: 'This address takes what a form sends, and has nothing to show by itself. Please go back to the page with the form.',
    },
    'not-open-yet': { title: 'Not open yet', text: 'Please come back later. Nothing was sent.' },
    closed: { title: 'This is closed', text: 'Nothing is taken any more. Thank you all the same.' },
    'link-not-valid': {
      title: 'This did not work',
      text: 'The code is not valid, or not valid any more. Is it complete, and is it the one for the button that you pressed?',
    },
    'too-large': {
      title: 'This is too long',
      text: 'Your message is too long to be sent. Please go back and shorten it.',
    },
    'too-often': {
      title: 'Please wait a little',
      text: 'Very many came from your connection, so nothing was taken just now.',
    },
    'too-slow': {
      title: 'Please send it again',
      text: 'The connection was too slow, and not everything arrived. Sending it again is safe: nobody is counted twice.',
    },
    unavailable: {
      title: 'Please send it again in a moment',
      text: 'We cannot take it just now. Sending it again is safe: nobody is counted twice.',
    },
  },
  refused: {
    title: 'This did not work',
    text: 'We cannot take this. Please go back, load the page again and try once more.',
  },
  waitMinutes: (minutes) =>
    minutes === 1 ? 'Try again in a minute.' : `Try again in ${minutes} minutes.`,
  anotherCode: 'Paste another code',
  backTo: (organisation) => `Go on to ${organisation}`,
  colon: ':',
};

const fr: Texts = {
  sent: {
    title: 'Vous y êtes presque',
    text: 'Nous vous avons envoyé un courriel. Veuillez l’ouvrir et confirmer votre adresse : c’est alors seulement que cela comptera. Rien après quelques minutes? Regardez parmi les courriels indésirables.',
  },
  counted: { title: 'Merci', text: 'C’est compté. Vous pouvez fermer cette page.' },
  rehearsed: {
    title: 'C’était un essai',
    text: 'Tout était juste. Rien n’a été enregistré, et aucun courriel ne part.',
  },
  invalid: {
    title: 'Veuillez revoir le formulaire',
    text: 'Rien n’a encore été envoyé :',
  },
  formChanged: {
    title: 'Le formulaire a changé',
    text: 'Il a été modifié après l’ouverture de la page, et rien n’a encore été envoyé. Veuillez revenir en arrière, recharger la page et le remplir de nouveau.',
  },
  goBack:
    'Revenez en arrière avec le bouton Précédent de votre navigateur : ce que vous avez écrit y est encore.',
  fields: {
    required: 'veuillez remplir ce champ.',
    type: 'ce n’est pas ce qui est demandé ici.',
    'too-long': 'c’est trop long.',
    'too-short': 'c’est trop court.',
    format: 'veuillez vérifier s’il y a des fautes de frappe.',
    characters: 'un des caractères ne peut pas figurer ici. Veuillez le saisir de nouveau.',
    'first-character': 'ceci ne peut pas commencer par =, +, - ou @.',
    link: 'veuillez ne pas y mettre d’adresse Web.',
    'not-an-option': 'veuillez choisir une des options.',
    'must-be-given': 'sans cela, nous ne pouvons rien prendre en compte.',
  },
  consentDue: 'veuillez répondre par oui ou par non.',
  problems: {
    'not-found': {
      title: 'Nous ne trouvons rien ici',
      text: 'Il n’y a rien à signer à cette adresse, ou il n’y a plus rien.',
    },
    'method-not-allowed': {
      title: 'Rien n’a été envoyé',
      text: 'Cette adresse reçoit ce qu’un formulaire envoie, et n’a rien à montrer par elle-même. Veuillez revenir à la page du formulaire.',
    },
    'not-open-yet': {
      title: 'Ce n’est pas encore ouvert',
      text: 'Veuillez revenir plus tard. Rien n’a été envoyé.',
    },
    closed: { title: 'C’est fermé', text: 'Plus rien n’est pris en compte. Merci tout de même.' },
    'link-not-valid': {
      title: 'Cela n’a pas fonctionné',
      text: 'Le code n’est pas valide, ou ne l’est plus. Est-il complet, et correspond-il au bouton sur lequel vous avez appuyé?',
    },
    'too-large': {
      title: 'C’est trop long',
      text: 'Votre message est trop long pour être envoyé. Veuillez revenir en arrière et le raccourcir.',
    },
    'too-often': {
      title: 'Veuillez patienter un peu',
      text: 'Un très grand nombre d’envois viennent de votre connexion : rien n’a été pris en compte pour l’instant.',
    },
    'too-slow': {
      title: 'Veuillez l’envoyer de nouveau',
      text: 'La connexion était trop lente, et tout n’est pas arrivé. L’envoyer de nouveau est sans risque : personne n’est compté deux fois.',
    },
    unavailable: {
      title: 'Veuillez l’envoyer de nouveau dans un instant',
      text: 'Nous ne pouvons rien prendre en compte pour l’instant. L’envoyer de nouveau est sans risque : personne n’est compté deux fois.',
    },
  },
  refused: {
    title: 'Cela n’a pas fonctionné',
    text: 'Nous ne pouvons pas prendre ceci en compte. Veuillez revenir en arrière, recharger la page et réessayer.',
  },
  waitMinutes: (minutes) =>
    minutes === 1 ? 'Réessayez dans une minute.' : `Réessayez dans ${minutes} minutes.`,
  anotherCode: 'Coller un autre code',
  backTo: (organisation) => `Continuer vers ${organisation}`,
  colon: ' :',
};

export const TEXTS: Record<Language, Texts> = { en, fr };
