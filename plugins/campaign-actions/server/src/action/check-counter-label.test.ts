import { checkCounterLabel } from './check-counter-label';

describe('checkCounterLabel', () => {
  it.each([
    '{count, plural, one {# person has} other {# people have}} taken action',
    '{count, plural, one {# personne a agi} many {# de personnes ont agi} other {# personnes ont agi}}',
    '{count} people have taken action',
    '{count, number} signed',
    '<b>{count}</b> signed',
    '{count, plural, =1 {One of us: {count}} other {We are {count, number}}}',
  ])('takes %s', (label) => {
    expect(checkCounterLabel(label)).toBeNull();
  });

  it.each([
    ['{count, plural, one {# person} other {# people}', 'label-unreadable'],
    ['{count, plural, one {# person}}', 'label-unreadable'],
    ['{', 'label-unreadable'],
    ['{count, nonsense}', 'label-unreadable'],
    ['{total} people', 'label-argument-unknown'],
    ['{count} of {goal}', 'label-argument-unknown'],
    ['{count, date} people', 'label-argument-unknown'],
    ['{count, plural, one {# by {name}} other {#}}', 'label-argument-unknown'],
    ['{count, select, a {#} other {{count}}}', 'label-argument-unknown'],
    ['people have taken action', 'label-number-missing'],
    [
      '{count, plural, one {one person has} other {# people have}} taken action',
      'label-number-missing',
    ],
    ['{count}: {count, plural, one {person} other {people}}', 'label-number-missing'],
    ['# people', 'label-number-missing'],
  ])('refuses %s', (label, problem) => {
    expect(checkCounterLabel(label)).toMatchObject({ problem });
  });

  it('names what cannot be filled in', () => {
    expect(checkCounterLabel('{count} of {goal}')).toEqual({
      problem: 'label-argument-unknown',
      values: { argument: 'goal' },
    });
  });
});
