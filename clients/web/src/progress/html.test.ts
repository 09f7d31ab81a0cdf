import type { Counter } from '../contracts';
import { aCounter } from '../counter/counter.fixture';
import { progressElementHtml, progressHtml } from './html';

const said = (values: Partial<Counter>, locale = 'en') =>
  progressHtml(aCounter(values), { locale }).text.replace(/\s+/g, ' ');

describe('The way to the goal', () => {
  it('is a bar with a sentence', () => {
    expect(said({})).toMatch(/<progress part="bar" max="1000" value="785" aria-label="[^"]+" ?>/);
    expect(said({})).toContain('215 more to reach 1,000');
    expect(said({}, 'fr')).toContain('Encore 215 pour atteindre 1 000');
    expect(progressHtml(aCounter(), { locale: 'fr' }).text).toContain('atteindre 1\u00a0000');
  });

  it('ends at the goal, however many there are', () => {
    const reached = said({ total: 1200, remaining: 0, progress: 1 });
    expect(reached).toContain('value="1000"');
    expect(reached).toContain('Goal of 1,000 reached');
  });

  it('tells the element that makes it live how new it is', () => {
    const { text } = progressElementHtml(aCounter({ revision: 17 }), { locale: 'en' });
    expect(text).toContain('<campaign-progress action="petition" locale="en" revision="17">');
  });

  it('is not there where there is no goal, or the counter is hidden', () => {
    expect(said({ goal: null, remaining: null, progress: null })).toBe('');
    expect(said({ total: null, goal: null })).toBe('');
  });
});
