import { type InLanguages, inLanguage } from '../locale';

interface Texts {
  heading: string;
  petition: string;
  letter: string;
  email: string;
  call: string;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    heading: 'You can do one thing more',
    petition: 'Sign the petition',
    letter: 'Write a letter',
    email: 'Write an e-mail',
    call: 'Make a phone call',
  },
  fr: {
    heading: 'Vous pouvez faire un geste de plus',
    petition: 'Signer la pétition',
    letter: 'Écrire une lettre',
    email: 'Écrire un courriel',
    call: 'Téléphoner',
  },
};

export const nextTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
