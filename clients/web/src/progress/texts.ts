import { type InLanguages, inLanguage } from '../locale';

interface Texts {
  /** What the bar is, to those who hear it. */
  name: string;
  more: string;
  reached: string;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    name: 'Towards the goal',
    more: '{remaining} more to reach {goal}',
    reached: 'Goal of {goal} reached',
  },
  fr: {
    name: 'Vers l’objectif',
    more: 'Encore {remaining} pour atteindre {goal}',
    reached: 'Objectif de {goal} atteint',
  },
};

export const progressTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
