import { type Policy, closingTime, stateOf, takesConfirmation } from './policy';
import { aPolicy } from './policy.fixture';

const noon = new Date('2026-06-01T12:00:00Z');
const HOUR = 3_600_000;
const at = (hours: number): Date => new Date(noon.getTime() + hours * HOUR);

describe('An action', () => {
  it.each<[string, Partial<Policy>, string]>([
    ['open without any dates', {}, 'open'],
    ['scheduled until it opens', { opensAt: at(1) }, 'scheduled'],
    ['open from the very moment it opens', { opensAt: at(0) }, 'open'],
    ['open until it closes', { closesAt: at(1) }, 'open'],
    ['closed from the very moment it closes', { closesAt: at(0) }, 'closed'],
    ['closed once it was unpublished', { unpublishedAt: at(-1), closesAt: at(5) }, 'closed'],
    [
      'closed, not scheduled, when it was unpublished before',
      {
        opensAt: at(1),
        unpublishedAt: at(-1),
      },
      'closed',
    ],
  ])('is %s', (_, values, state) => {
    expect(stateOf(aPolicy(values), noon)).toBe(state);
  });

  it('closed at the earlier of its closing date and its unpublishing', () => {
    expect(closingTime(aPolicy())).toBeNull();
    expect(closingTime(aPolicy({ closesAt: at(1) }))).toEqual(at(1));
    expect(closingTime(aPolicy({ unpublishedAt: at(2) }))).toEqual(at(2));
    expect(closingTime(aPolicy({ closesAt: at(1), unpublishedAt: at(2) }))).toEqual(at(1));
    expect(closingTime(aPolicy({ closesAt: at(3), unpublishedAt: at(2) }))).toEqual(at(2));
  });

  it('takes a confirmation until 24 hours after closing, to the millisecond', () => {
    expect(takesConfirmation(aPolicy(), noon)).toBe(true);
    for (const closed of [{ closesAt: at(-24) }, { unpublishedAt: at(-24) }]) {
      expect(takesConfirmation(aPolicy(closed), noon)).toBe(true);
      expect(takesConfirmation(aPolicy(closed), new Date(noon.getTime() + 1))).toBe(false);
    }
    expect(takesConfirmation(aPolicy({ closesAt: at(-30), unpublishedAt: at(-1) }), noon)).toBe(
      false,
    );
  });
});
