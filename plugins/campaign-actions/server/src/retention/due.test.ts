import { goneAt, oldestDayKey, oldestTest } from './due';

const at = (text: string): Date => new Date(text);

const policy = {
  closesAt: null as Date | null,
  publishedAt: at('2026-01-01T00:00:00Z'),
  unpublishedAt: null as Date | null,
  shreddedAt: null,
  retentionMonths: null as number | null,
};

describe('When personal data are gone (T-67)', () => {
  it('nobody can say as long as the action has no end', () => {
    expect(goneAt(policy, 6)).toBeNull();
  });

  it.each([
    ['2026-03-15T12:30:00.000Z', 6, '2026-09-15T12:30:00.000Z'],
    ['2026-08-31T23:00:00.000Z', 6, '2027-02-28T23:00:00.000Z'],
    ['2026-12-31T00:00:00.000Z', 14, '2028-02-29T00:00:00.000Z'],
  ])('closed on %s, and kept for %d months: on %s', (closed, months, gone) => {
    expect(goneAt({ ...policy, closesAt: at(closed) }, months)?.toISOString()).toBe(gone);
  });

  it('is what the action says, else what is said for all', () => {
    const closed = { ...policy, closesAt: at('2026-03-15T00:00:00Z') };
    expect(goneAt({ ...closed, retentionMonths: 1 }, 6)).toEqual(at('2026-04-15T00:00:00Z'));
    expect(goneAt(closed, 2)).toEqual(at('2026-05-15T00:00:00Z'));
  });

  it('counts from the day on which it was unpublished, if that came first', () => {
    const both = { ...policy, closesAt: at('2026-05-01T00:00:00Z') };
    const unpublished = { ...both, unpublishedAt: at('2026-02-01T00:00:00Z') };
    expect(goneAt(unpublished, 1)).toEqual(at('2026-03-01T00:00:00Z'));
  });

  it('leaves a week to notice a closing date of a year ago', () => {
    const typedWrong = { ...policy, closesAt: at('2025-01-01T00:00:00Z') };
    expect(goneAt(typedWrong, 6)).toEqual(at('2026-01-08T00:00:00Z'));
  });
});

it('keeps tests for seven days, and keys of days so that nothing under them is older than fourteen', () => {
  expect(oldestTest(at('2026-03-15T00:00:00Z'))).toBe('2026-03-08');
  expect(oldestDayKey(at('2026-03-15T00:00:00Z'))).toBe('2026-03-02');
});
