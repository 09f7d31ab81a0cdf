import { type InLanguages, inLanguage } from '../locale';

const en = {
  invalid: 'Something in the form needs another look.',
  forbidden: 'This is not available.',
  'address-blocked': 'Nothing can be sent from your network.',
  'not-found': 'This page does not exist, or not any more.',
  'too-slow': 'Your connection was too slow just now. Please try again.',
  'not-open-yet': 'This has not begun yet. Please come back later.',
  'form-withdrawn': 'This form has changed. Please load the page again.',
  'challenge-used': 'Please send the form again.',
  closed: 'This has ended. Thank you for wanting to take part.',
  'link-not-valid': 'This link is not valid, or not valid any more.',
  'too-large': 'This is too long. Please shorten your message.',
  'challenge-due':
    'Your browser could not do a small task that is asked of it just now. Please try again, or use another browser.',
  'too-often': 'A great many people are taking part from your network. Please try again later.',
  'not-ready': 'The server is being looked after. Please try again in a moment; that is safe.',
  unavailable: 'The server is very busy. Please try again in a moment; that is safe.',
  'no-answer': 'The server cannot be reached. Please check your connection and try again.',
  'not-sent':
    'No answer came. Please check your connection and try again; that is safe, you will be counted once.',
  failed: 'Something went wrong. Please try again later.',
};

type Sentences = Record<keyof typeof en, string>;

const fr: Sentences = {
  invalid: 'Un élément du formulaire est à revoir.',
  forbidden: 'Cette page n’est pas accessible.',
  'address-blocked': 'Aucun envoi n’est possible à partir de votre réseau.',
  'not-found': 'Cette page n’existe pas ou n’existe plus.',
  'too-slow': 'Votre connexion était trop lente. Veuillez réessayer.',
  'not-open-yet': 'L’action n’a pas encore commencé. Revenez plus tard.',
  'form-withdrawn': 'Ce formulaire a changé. Veuillez recharger la page.',
  'challenge-used': 'Veuillez envoyer le formulaire de nouveau.',
  closed: 'L’action est terminée. Merci d’avoir voulu y prendre part.',
  'link-not-valid': 'Ce lien n’est pas valide ou ne l’est plus.',
  'too-large': 'Le texte est trop long. Veuillez raccourcir votre message.',
  'challenge-due':
    'Votre navigateur n’a pas pu accomplir une petite tâche demandée en ce moment. Veuillez réessayer ou utiliser un autre navigateur.',
  'too-often':
    'Un très grand nombre de personnes participent à partir de votre réseau. Veuillez réessayer plus tard.',
  'not-ready':
    'Le serveur est en cours d’entretien. Veuillez réessayer dans un moment; c’est sans risque.',
  unavailable:
    'Le serveur est très sollicité. Veuillez réessayer dans un moment; c’est sans risque.',
  'no-answer': 'Le serveur est injoignable. Veuillez vérifier votre connexion, puis réessayer.',
  'not-sent':
    'Aucune réponse n’est arrivée. Veuillez vérifier votre connexion, puis réessayer; c’est sans risque, votre participation ne compte qu’une fois.',
  failed: 'Une erreur est survenue. Veuillez réessayer plus tard.',
};

const TEXTS: InLanguages<Sentences> = { en, fr };

/**
 * What went wrong, for the person in front of the screen: by the codes of docs/errors.md, and by those
 * of the client for what has none.
 */
export const clientTexts = (locale: string): Readonly<Record<string, string>> & Sentences =>
  inLanguage(locale, TEXTS);

export const sentence = (locale: string, code: string): string => {
  const texts = clientTexts(locale);
  return texts[code] ?? texts.failed;
};
