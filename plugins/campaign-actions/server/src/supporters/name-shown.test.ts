import { nameShown } from './name-shown';

describe('The name that a supporter shows', () => {
  it.each([
    ['Zoë', 'Example', 'Zoë E.'],
    ['Marie-Ève', 'd’Arc', 'Marie-Ève D.'],
    ['Åsa', 'Éluard', 'Åsa É.'],
    ['伟', '王', '伟 王.'],
    ['Nguyễn', 'Ấn', 'Nguyễn Ấ.'],
    ['Zoë', null, 'Zoë'],
    [null, 'Example', 'E.'],
    [null, null, null],
  ])('is the given name and an initial: %s %s', (givenName, familyName, shown) => {
    expect(nameShown({ givenName, familyName })).toBe(shown);
  });
});
