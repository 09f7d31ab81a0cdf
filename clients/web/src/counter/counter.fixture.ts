import type { Counter } from '../contracts';

export const aCounter = (counter: Partial<Counter> = {}): Counter => ({
  action: 'petition',
  total: 785,
  signatures: 0,
  offset: 785,
  goal: 1000,
  remaining: 215,
  progress: 0.785,
  label: '785 people have taken action',
  state: 'open',
  revision: 1,
  ...counter,
});
