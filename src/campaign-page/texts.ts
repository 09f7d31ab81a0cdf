import type { Context } from 'koa';
import type { Said } from '../notice';
import { type Language, languageOf } from '../visitor/language';

interface Texts {
  doors: string;
  mailbox: string;
  notHere: Said;
  draftIsOver: Said;
  unavailable: Said;
}

export const TEXTS: Record<Language, Texts> = {
  en: {
    doors: 'For developers',
    mailbox: 'Mailbox of the demo',
    notHere: {
      title: 'There is nothing here',
      text: 'There is no page at this address, or not any more.',
    },
    draftIsOver: {
      title: 'This draft can no longer be seen here',
      text: 'A link to a draft is good for one hour. Open the preview in the panel again, or ask whoever sent you the link for a new one.',
    },
    unavailable: {
      title: 'One moment, please',
      text: 'This page cannot be shown right now. Please try again in a moment.',
    },
  },
  fr: {
    doors: 'Pour les développeurs',
    mailbox: 'Boîte aux lettres de la démonstration',
    notHere: {
      title: 'Il n’y a rien ici',
      text: 'Il n’y a pas de page à cette adresse, ou il n’y en a plus.',
    },
    draftIsOver: {
      title: 'On ne peut plus voir ce brouillon ici',
      text: 'Un lien vers un brouillon est valable pendant une heure. Ouvrez de nouveau l’aperçu dans le panneau, ou demandez un nouveau lien à la personne qui vous l’a envoyé.',
    },
    unavailable: {
      title: 'Un instant, s’il vous plaît',
      text: 'Cette page ne peut pas être affichée pour le moment. Veuillez réessayer dans un instant.',
    },
  },
};

const isFrench = (locale: string): boolean => /^fr\b/i.test(locale);

export const textsIn = (locale: string): Texts => TEXTS[isFrench(locale) ? 'fr' : 'en'];

/** The language of a page that has no content: that of its address, else the visitor's. */
export const languageIn = (ctx: Context, locale: string): Language =>
  isFrench(locale) ? 'fr' : /^en\b/i.test(locale) ? 'en' : languageOf(ctx);
