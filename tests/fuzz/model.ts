import type { Corpus } from './corpus';
export const model: Corpus = {
  id: 'F-10',
  what: 'x',
  cases: { quick: 1, full: 1 },
  play: () => Promise.resolve({ cases: 1, taken: 1 }),
};
