import type { CatalogueEntry } from '../action/catalogue';
import { aPolicy } from '../action/policy.fixture';
import { createCounterBoard } from './board';
import type { Numbers } from './store';

const OPENS = Date.parse('2026-06-01T12:00:00Z');
const CLOSES = Date.parse('2026-06-02T12:00:00Z');

const policy = aPolicy({
  opensAt: new Date(OPENS),
  closesAt: new Date(CLOSES),
  locales: {
    en: { slug: 'stop', counterLabel: '{count} people', formVersion: 'v1' },
    'fr-CA': { slug: 'halte', counterLabel: '{count} personnes', formVersion: 'v2' },
  },
});

const entry = (numbers: Partial<Numbers> = {}): CatalogueEntry => ({
  policy,
  numbers: { signatures: 1, offset: 0, revision: 1, ...numbers },
});

/** A board over one action, whose entry and clock the test holds. */
const over = (first: CatalogueEntry) => {
  const there = { entry: first as CatalogueEntry | null, now: OPENS };
  const board = createCounterBoard({ find: () => there.entry }, () => there.now);
  return {
    there,
    ask: async (locale: string | null = null) => {
      const found = await board.find('stop', locale);
      if (!found) throw new Error('There is no such counter.');
      return { ...found, counter: JSON.parse(found.json) as Record<string, unknown> };
    },
    board,
  };
};

describe('The counter board', () => {
  it('hands out the very same bytes until something about the counter changes', async () => {
    const { there, ask } = over(entry());
    const first = await ask();
    expect((await ask()).reply).toBe(first.reply);
    expect(first.reply.body).toBe(`{"data":${first.json},"meta":{}}`);
    there.entry = entry({ signatures: 2, revision: 2 });
    const second = await ask();
    expect(second.counter).toMatchObject({ total: 2, revision: 2, label: '2 people' });
    expect(second.reply.etag).not.toBe(first.reply.etag);
  });

  it('opens and closes at its moment, though nothing is written then', async () => {
    const { there, ask } = over(entry());
    const states: unknown[] = [];
    for (const now of [OPENS - 1, OPENS, CLOSES - 1, CLOSES, CLOSES + 1]) {
      there.now = now;
      states.push((await ask()).counter.state);
    }
    expect(states).toEqual(['scheduled', 'open', 'open', 'closed', 'closed']);
  });

  it('speaks the nearest locale, and keeps nothing for the others that are asked for', async () => {
    const { ask } = over(entry());
    const french = (await ask('fr-CA')).reply;
    const english = (await ask('en')).reply;
    expect(french.body).toContain('1 personnes');
    for (const asked of ['FR-ca', 'fr-CA-x']) expect((await ask(asked)).reply).toBe(french);
    for (let i = 0; i < 1000; i += 1) expect((await ask(`x-${i}`)).reply).toBe(english);
    expect((await ask()).reply.body).toBe(english.body);
  });

  it('has none of an action that was never published', async () => {
    const { there, board } = over(entry());
    there.entry = null;
    expect(await board.find('nobody', 'en')).toBeNull();
  });
});
