import { type DraftSettings, pendingSettings } from './pending-policy';
import type { Policy } from './policy';
import { aPolicy } from './policy.fixture';

const inForce = aPolicy({
  confirmation: 'none',
  closesAt: new Date('2027-01-01T00:00:00Z'),
  goal: 100,
});

const draft = (changes: Partial<DraftSettings> = {}): DraftSettings => ({
  kind: 'petition',
  sensitive: false,
  confirmation: 'none',
  challenge: 'when_busy',
  opensAt: null,
  closesAt: '2027-01-01T00:00:00.000Z',
  goal: 100,
  goalStepsUp: null,
  displayFrom: null,
  hideSplit: false,
  retentionMonths: 6,
  reminder: 'usual',
  outcome: null,
  ...changes,
});

const pending = (changes: Partial<DraftSettings>, policy: Partial<Policy> = {}) =>
  pendingSettings(draft(changes), { ...inForce, ...policy }, 'none');

it('names nothing while the draft says what is in force, however it is spelt', () => {
  expect(pending({})).toEqual([]);
});

it('names the settings that were changed', () => {
  const changes = { goal: 500, closesAt: null, challenge: 'always', outcome: 'won' } as const;
  expect(pending(changes)).toEqual(['goal', 'closesAt', 'challenge', 'outcome']);
});

it('leaves out that signers are at risk, and the confirmation that follows: no other language is waited for', () => {
  expect(pending({ sensitive: true, confirmation: 'required' })).toEqual([]);
});

it('names both when signers are to be at risk no more', () => {
  expect(
    pending(
      { sensitive: false, confirmation: 'none' },
      { sensitive: true, confirmation: 'required' },
    ),
  ).toEqual(['confirmation', 'sensitive']);
});
