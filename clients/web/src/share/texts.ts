import { type InLanguages, inLanguage } from '../locale';
import type { Channel } from './channels';

interface Texts extends Record<Channel, string> {
  heading: string;
  newTab: string;
  careful: string;
  copied: string;
  notCopied: string;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    heading: 'Tell others',
    whatsapp: 'WhatsApp',
    facebook: 'Facebook',
    bluesky: 'Bluesky',
    email: 'E-mail',
    copy: 'Copy the link',
    device: 'Share…',
    newTab: 'opens in a new tab',
    careful:
      'Whoever gets this from you will know that you care about it. Please share it only where that is safe for you.',
    copied: 'The link is copied.',
    notCopied: 'This browser does not allow copying. Here is the link:',
  },
  fr: {
    heading: 'Parlez-en autour de vous',
    whatsapp: 'WhatsApp',
    facebook: 'Facebook',
    bluesky: 'Bluesky',
    email: 'Courriel',
    copy: 'Copier le lien',
    device: 'Partager…',
    newTab: 's’ouvre dans un nouvel onglet',
    careful:
      'Toute personne à qui vous envoyez ceci saura que le sujet vous tient à cœur. Ne le partagez que là où vous ne courez aucun risque.',
    copied: 'Le lien est copié.',
    notCopied: 'Ce navigateur ne permet pas de copier. Voici le lien\u00a0:',
  },
};

export const shareTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
