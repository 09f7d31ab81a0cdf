import { type InLanguages, inLanguage } from '../locale';

interface Texts {
  heading: string;
  /** Stands for somebody who showed no name. */
  unnamed: string;
}

const TEXTS: InLanguages<Texts> = {
  en: { heading: 'Some of those who have taken action', unnamed: 'A supporter' },
  fr: { heading: 'Quelques personnes passées à l’action', unnamed: 'Une personne' },
};

export const supportersTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
