import type { PendingPolicy } from '../../../contracts/panel-policy';
import { policyNote } from './policy';

const pending: PendingPolicy = { settings: ['goal'], locale: 'en' };

it('names the settings that publishing another language does not put in force', () => {
  for (const status of ['draft', 'modified', 'published']) {
    expect(policyNote(pending, { locale: 'fr', status })).toEqual(pending);
  }
});

it('says nothing when everything is in force', () => {
  expect(policyNote({ settings: [], locale: 'en' }, { locale: 'fr', status: 'draft' })).toBeNull();
});

it('says nothing where the next publishing puts them in force', () => {
  expect(policyNote(pending, { locale: 'en', status: 'modified' })).toBeNull();
  expect(
    policyNote({ settings: ['goal'], locale: null }, { locale: 'fr', status: 'modified' }),
  ).toBeNull();
});

it('names them in the default language when its page looks published, since i18n carried them over', () => {
  expect(policyNote(pending, { locale: 'en', status: 'published' })).toEqual(pending);
});
