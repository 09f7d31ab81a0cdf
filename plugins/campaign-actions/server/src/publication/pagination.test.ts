import { paginationMeta, partAsked } from './pagination';

const limits = { defaultLimit: 25, maxLimit: 100, withCount: true };
const part = (asked: unknown) => partAsked(asked, limits);

describe('partAsked', () => {
  it.each([
    [undefined, 0, 25],
    ['nonsense', 0, 25],
    [{ page: '3' }, 50, 25],
    [{ page: '3', pageSize: '10' }, 20, 10],
    [{ pageSize: '1000' }, 0, 100],
    [{ start: '7' }, 7, 25],
    [{ start: '7', limit: '500' }, 7, 100],
  ])('reads %j', (asked, start, limit) => {
    expect(part(asked)).toMatchObject({ start, limit });
  });

  it.each([
    [{ page: '0' }],
    [{ page: '1.5' }],
    [{ page: 'x' }],
    [{ page: ['1'] }],
    [{ page: '99999999999' }],
    [{ limit: '-1' }],
    [{ page: '1', start: '1' }],
    [{ withCount: 'maybe' }],
  ])('refuses %j', (asked) => {
    expect(() => part(asked)).toThrow(/pagination|page/);
  });
});

describe('paginationMeta', () => {
  it('speaks of pages to those who asked for pages', () => {
    expect(paginationMeta(part({ page: '2', pageSize: '10' }), 31)).toEqual({
      page: 2,
      pageSize: 10,
      pageCount: 4,
      total: 31,
    });
  });

  it('speaks of a start to those who asked for one', () => {
    expect(paginationMeta(part({ start: '5', limit: '10' }), 31)).toEqual({
      start: 5,
      limit: 10,
      total: 31,
    });
  });

  it('leaves out what nobody counted', () => {
    expect(part({ withCount: 'false' }).withCount).toBe(false);
    expect(paginationMeta(part(undefined), null)).toEqual({ page: 1, pageSize: 25 });
  });
});
