import type { CatalogueEntry } from '../action/catalogue';
import type { Policy } from '../action/policy';
import { aPolicy } from '../action/policy.fixture';
import type { Numbers } from './store';
import { nextStep, publicCounter } from './public-counter';

const now = new Date('2026-06-01T12:00:00Z');

const entry = (policy: Partial<Policy>, numbers: Partial<Numbers>): CatalogueEntry => ({
  policy: aPolicy({
    locales: {
      en: {
        slug: 'stop',
        counterLabel: '{count, plural, one {# person has} other {# people have}} taken action',
        formVersion: 'v1',
      },
      fr: { slug: 'halte', counterLabel: null, formVersion: 'v2' },
    },
    ...policy,
  }),
  numbers: { signatures: 0, offset: 0, revision: 0, ...numbers },
});

const counter = (
  policy: Partial<Policy>,
  numbers: Partial<Numbers>,
  locale: string | null = 'en',
) => publicCounter(entry(policy, numbers), locale, now);

describe('The public counter', () => {
  it('adds what was collected elsewhere, and says it in words', () => {
    expect(counter({ goal: 1000 }, { signatures: 15, offset: 785, revision: 16 })).toEqual({
      action: 'action-one',
      total: 800,
      signatures: 15,
      offset: 785,
      goal: 1000,
      remaining: 200,
      progress: 0.8,
      label: '800 people have taken action',
      state: 'open',
      revision: 16,
    });
    expect(counter({}, { signatures: 1 }).label).toBe('1 person has taken action');
  });

  it('is never below nothing', () => {
    expect(counter({}, { signatures: 3, offset: -5 }).total).toBe(0);
  });

  it('speaks the nearest locale, and has no label where none was written', () => {
    expect(counter({}, { signatures: 2 }, 'en-CA').label).toBe('2 people have taken action');
    expect(counter({}, { signatures: 2 }, 'de').label).toBe('2 people have taken action');
    expect(counter({}, { signatures: 2 }, 'fr').label).toBeNull();
    expect(counter({ locales: {} }, { signatures: 2 }).label).toBeNull();
  });

  it('shows nothing but its action and state below the number an editor chose', () => {
    const hidden = counter({ displayFrom: 100, goal: 1000 }, { signatures: 99, revision: 99 });
    expect(hidden).toEqual({
      action: 'action-one',
      total: null,
      signatures: null,
      offset: null,
      goal: null,
      remaining: null,
      progress: null,
      label: null,
      state: 'open',
      revision: null,
    });
    expect(counter({ displayFrom: 100 }, { signatures: 1, offset: 99 }).total).toBe(100);
  });

  it('keeps to itself where the people came from when an editor wants that', () => {
    const { total, signatures, offset } = counter(
      { hideSplit: true },
      { signatures: 15, offset: 785 },
    );
    expect([total, signatures, offset]).toEqual([800, null, null]);
  });

  it('goes no further than its goal, and has no progress without one', () => {
    const over = counter({ goal: 100 }, { signatures: 250 });
    expect([over.goal, over.remaining, over.progress]).toEqual([100, 0, 1]);
    const none = counter({}, { signatures: 250 });
    expect([none.goal, none.remaining, none.progress]).toEqual([null, null, null]);
  });

  it('says whether one can still sign', () => {
    expect(counter({ closesAt: now }, {}).state).toBe('closed');
    expect(counter({ opensAt: new Date(now.getTime() + 1) }, {}).state).toBe('scheduled');
  });
});

describe('A goal that steps up by itself', () => {
  it.each([
    [0, 100],
    [89, 100],
    [90, 200],
    [179, 200],
    [180, 500],
    [449, 500],
    [450, 1000],
    [899, 1000],
    [900, 2000],
    [1_800, 5000],
    [4_500, 10_000],
    [9_000_000, 20_000_000],
  ])('is, for %i people, %i', (total, goal) => {
    expect(nextStep(total)).toBe(goal);
    expect(counter({ goalStepsUp: true }, { signatures: total }).goal).toBe(goal);
  });

  it('begins with the goal an editor set, until that is nearly reached', () => {
    const goalAt = (signatures: number) =>
      counter({ goal: 1500, goalStepsUp: true }, { signatures }).goal;
    expect([goalAt(0), goalAt(1349), goalAt(1350), goalAt(1800)]).toEqual([1500, 1500, 2000, 5000]);
  });

  it('never goes back', () => {
    let last = 0;
    for (let total = 0; total < 100_000; total += 7) {
      const { goal } = counter({ goal: 3000, goalStepsUp: true }, { signatures: total });
      expect(goal).toBeGreaterThanOrEqual(last);
      last = goal ?? 0;
    }
  });
});
