import { type InLanguages, inLanguage } from '../locale';

interface Texts {
  /** What the bar is, to those who hear it. */
  name: string;
  more(remaining: string, goal: string): string;
  reached(goal: string): string;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    name: 'Towards the goal',
    more: (remaining, goal) => `${remaining} more to reach ${goal}`,
    reached: (goal) => `Goal of ${goal} reached`,
  },
  fr: {
    name: 'Vers l’objectif',
    more: (remaining, goal) => `Encore ${remaining} pour atteindre ${goal}`,
    reached: (goal) => `Objectif de ${goal} atteint`,
  },
};

export const progressTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
