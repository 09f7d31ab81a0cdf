import type { Counter } from '../contracts';
import { stateOf } from './state';

const NOON = Date.parse('2026-11-22T12:00:00.000Z');
const state = (parts: Partial<Parameters<typeof stateOf>[0]>) =>
  stateOf({ opensAt: null, closesAt: null, counter: null, ...parts }, NOON);

describe('Whether an action can be taken', () => {
  it('is told by its times, however old the page is', () => {
    expect(state({})).toBe('open');
    expect(state({ opensAt: '2026-11-22T12:00:01.000Z' })).toBe('scheduled');
    expect(state({ opensAt: '2026-11-22T12:00:00.000Z' })).toBe('open');
    expect(state({ closesAt: '2026-11-22T12:00:00.000Z' })).toBe('closed');
  });

  it('is over once an editor took it back', () => {
    expect(state({ counter: { state: 'closed' } as Counter })).toBe('closed');
    // It was fetched before it opened.
    expect(state({ counter: { state: 'scheduled' } as Counter })).toBe('open');
  });
});
