import { type InLanguages, inLanguage } from '../locale';

interface Texts {
  heading: string;
}

const TEXTS: InLanguages<Texts> = {
  en: { heading: 'Thank you for taking action' },
  fr: { heading: 'Merci d’avoir agi' },
};

export const thanksTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
