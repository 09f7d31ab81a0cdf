import type { Counter } from '../contracts';
import { aCounter } from '../counter/counter.fixture';
import { progressHtml } from './html';

const said = (values: Partial<Counter>, locale = 'en') =>
  progressHtml(aCounter(values), { locale }).text.replace(/\s+/g, ' ');

describe('The way to the goal', () => {
  it('is a bar with a sentence', () => {
    expect(said({})).toMatch(/<progress part="bar" max="1000" value="785" aria-label="[^"]+" ?>/);
    expect(said({})).toContain('215 more to reach 1,000');
    expect(said({}, 'fr')).toMatch(/Encore 215 pour atteindre 1\s000/);
  });

  it('ends at the goal, however many there are', () => {
    const reached = said({ total: 1200, remaining: 0, progress: 1 });
    expect(reached).toContain('value="1000"');
    expect(reached).toContain('Goal of 1,000 reached');
  });

  it('is not there where there is no goal, or the counter is hidden', () => {
    expect(said({ goal: null, remaining: null, progress: null })).toBe('');
    expect(said({ total: null, goal: null })).toBe('');
  });
});
