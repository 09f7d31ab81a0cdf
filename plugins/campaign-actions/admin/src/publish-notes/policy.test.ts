import { changedPolicy } from './policy';

const published = { kind: 'petition', sensitive: false, goal: null, closesAt: null, title: 'A' };

it('names the settings that differ', () => {
  expect(changedPolicy({ ...published, sensitive: true, goal: 1000 }, published)).toEqual([
    'sensitive',
    'goal',
  ]);
});

it('takes texts for no settings', () => {
  expect(changedPolicy({ ...published, title: 'B' }, published)).toEqual([]);
});

it('takes nothing and null for the same', () => {
  expect(changedPolicy({ ...published, closesAt: undefined, opensAt: null }, published)).toEqual(
    [],
  );
});
