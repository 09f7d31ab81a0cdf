import { isAllowed } from './allowed-offset';

const bounds = { min: 0, max: 100_000_000 };

it('takes whole numbers from the smallest to the largest', () => {
  for (const number of [0, 785, 100_000_000]) expect(isAllowed(number, bounds)).toBe(true);
});

it('takes nothing else', () => {
  for (const number of [undefined, -1, 1.5, 100_000_001, Number.NaN]) {
    expect(isAllowed(number, bounds)).toBe(false);
  }
});
