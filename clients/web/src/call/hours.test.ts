import { isOpenAt, readHours } from './hours';

const NINE_TO_FIVE = { from: 0, to: 4, opens: 540, closes: 1020 };

describe('Opening hours', () => {
  it.each([
    'Monday to Friday, 9 to 5',
    'Mon–Fri 9:00–17:00',
    'Monday to Friday, from 9 am to 5 p.m.',
    'du lundi au vendredi, de 9 h à 17 h',
    'lundi au vendredi de 9 h 00 à 17 h 00',
  ])('are understood: %s', (text) => {
    expect(readHours(text)).toEqual(NINE_TO_FIVE);
  });

  it.each([
    'Mornings',
    'Monday and Thursday, 9 to 5',
    'Monday to Friday, 9 to 12 and 1 to 5',
    '9 to 5',
  ])('are not guessed: %s', (text) => {
    expect(readHours(text)).toBeNull();
  });

  it('are those of the place that is called', () => {
    const open = (at: string) =>
      isOpenAt('Monday to Friday, 9 to 5', 'America/Toronto', new Date(at));
    expect(open('2026-11-23T14:00:00Z')).toBe(true);
    expect(open('2026-11-23T13:59:00Z')).toBe(false);
    expect(open('2026-11-23T22:00:00Z')).toBe(false);
    expect(open('2026-11-22T15:00:00Z')).toBe(false);
  });
});
