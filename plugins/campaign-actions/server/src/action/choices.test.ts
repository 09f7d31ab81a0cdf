import { type ActionRow, choices } from './choices';

const row = (values: Partial<ActionRow>): ActionRow => ({
  documentId: 'a',
  locale: 'en',
  title: 'Stop the violence',
  kind: 'petition',
  sensitive: false,
  publishedAt: null,
  updatedAt: '2026-11-22T10:00:00.000Z',
  ...values,
});
const published = { publishedAt: '2026-11-22T10:00:00.000Z' };
const later = { updatedAt: '2026-11-22T11:00:00.000Z' };
const french = { locale: 'fr', title: 'Halte à la violence' };

it('has the title of the asked locale, else of any', () => {
  const rows = [row({}), row(french)];
  expect(choices(rows, 'fr')[0]?.title).toBe('Halte à la violence');
  expect(choices(rows, 'de')[0]?.title).toBe('Stop the violence');
});

it.each([
  ['draft', [row({}), row(french)]],
  ['published', [row({}), row(published)]],
  ['modified', [row(later), row(published)]],
  ['modified', [row({}), row(published), row(french)]],
])('is %s', (status, rows) => {
  expect(choices(rows, 'en')[0]?.status).toBe(status);
});

it('says the state of each locale', () => {
  expect(choices([row({}), row(published), row(french)], 'en')[0]?.locales).toEqual([
    { locale: 'en', status: 'published' },
    { locale: 'fr', status: 'draft' },
  ]);
});

it('is sensitive as soon as one locale says so', () => {
  expect(choices([row({}), row({ ...french, sensitive: true })], 'en')[0]?.sensitive).toBe(true);
});

it('keeps the order of the rows, one choice per action', () => {
  const rows = [row({ documentId: 'b' }), row({}), row({ documentId: 'b', ...published })];
  expect(choices(rows, 'en').map(({ documentId }) => documentId)).toEqual(['b', 'a']);
});
