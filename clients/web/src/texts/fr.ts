import type { Texts } from './index';

export const fr: Texts = {
  counter: {
    goal: (remaining, goal) => `Encore ${remaining} pour atteindre ${goal}`,
    reached: (goal) => `L’objectif de ${goal} est atteint`,
    closed: 'Clos',
    scheduled: 'Pas encore ouvert',
  },
};
