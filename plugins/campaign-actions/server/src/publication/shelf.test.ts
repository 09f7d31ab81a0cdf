import { createShelf } from './shelf';

const KIB = 1024;

describe('A shelf', () => {
  it('has room for so many bytes, and lets go of what was not used for the longest time', () => {
    const shelf = createShelf<string>(10 * KIB);
    shelf.put('a', 'A', 3 * KIB);
    shelf.put('b', 'B', 3 * KIB);
    expect(shelf.get('a')).toBe('A');
    shelf.put('c', 'C', 3 * KIB);
    expect([shelf.get('a'), shelf.get('b'), shelf.get('c')]).toEqual(['A', undefined, 'C']);
  });

  it('weighs again what is put there again', () => {
    const shelf = createShelf<string>(10 * KIB);
    for (let time = 0; time < 100; time += 1) shelf.put('a', 'A', 5 * KIB);
    shelf.put('b', 'B', 3 * KIB);
    expect([shelf.get('a'), shelf.get('b')]).toEqual(['A', 'B']);
    shelf.put('b', 'B', 5 * KIB);
    expect([shelf.get('a'), shelf.get('b')]).toEqual([undefined, 'B']);
  });

  it('keeps nothing that is larger than itself', () => {
    const shelf = createShelf<string>(10 * KIB);
    shelf.put('a', 'A', 1);
    shelf.put('large', 'L', 10 * KIB);
    expect([shelf.get('a'), shelf.get('large')]).toEqual([undefined, undefined]);
    shelf.put('a', 'A', 1);
    expect(shelf.get('a')).toBe('A');
  });

  it('has an end too for things that weigh nothing', () => {
    const shelf = createShelf<number>(10 * KIB);
    for (let at = 0; at < 1000; at += 1) shelf.put(`${at}`, at, 0);
    const left = Array.from({ length: 1000 }, (_, at) => shelf.get(`${at}`));
    expect(left.filter((item) => item !== undefined)).toHaveLength(10);
  });
});
