import { createConditions } from './conditions';

const conditions = createConditions(['title', 'slug', 'publishedAt']);

describe('the conditions of a list', () => {
  it.each([
    { filters: { title: 'a' } },
    { filters: { title: ['a', 'b'] } },
    { filters: { $or: [{ title: { $startsWith: 'a' } }, { $not: { slug: { $in: ['b'] } } }] } },
    { filters: { publishedAt: { $between: ['2026-01-01', '2026-12-31'] } } },
    { filters: { title: { $not: { $contains: 'a' } } } },
    { filters: { documentId: { $ne: 'x' } } },
    { sort: 'title:desc,slug' },
    { sort: ['title', 'slug:desc'] },
    { sort: [{ title: 'desc' }] },
    { fields: ['title', 'slug'] },
  ])('may be %j', (query) => {
    expect(conditions(query)).toEqual(query);
  });

  it('are all that is taken out of a query', () => {
    expect(conditions({ utm_source: 'mail', populate: '*', filters: '', sort: 'title' })).toEqual({
      sort: 'title',
    });
  });

  it.each([
    { filters: 'abc' },
    { filters: { createdBy: { email: 'x' } } },
    { filters: { title: { createdBy: 'x' } } },
    { filters: { title: { $eq: { $eq: 'a' } } } },
    { filters: { title: { $between: 'a' } } },
    { filters: { title: 'a\0' } },
    { filters: { $or: 'abc' } },
    { filters: { $not: 'abc' } },
    { filters: [{ title: 'a' }] },
    { filters: { id: '1' } },
    { sort: { title: { slug: 'asc' } } },
    { sort: { createdBy: 'asc' } },
    { fields: { a: 'title' } },
  ])('cannot be %j', (query) => {
    expect(() => conditions(query)).toThrow(/^Invalid (filters|sort|fields)/);
  });
});
