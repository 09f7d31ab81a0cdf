import type { Call } from '../contracts';
import { nowThere, telephone } from './html';

const CALL: Call = {
  numbers: [],
  hours: 'Monday to Friday, 9 to 5',
  timeZone: 'America/Toronto',
  script: null,
};
const MONDAY_MORNING = new Date('2026-11-23T14:00:00Z');

describe('A number to call', () => {
  it.each([
    ['+44 (0)20 7946 0000', 'tel:+442079460000'],
    ['(020) 7946-0000', 'tel:02079460000'],
    ['(0) 20 7946 0000', 'tel:02079460000'],
  ])('is dialled as it must be: %s', (number, dialled) => {
    expect(telephone(number)).toBe(dialled);
  });
});

describe('Where somebody is called', () => {
  it('it is a day and an hour, each in its place of the sentence', () => {
    expect(nowThere(CALL, 'en', MONDAY_MORNING).replace(/\s/g, ' ')).toBe(
      'It is 9:00 AM on Monday there now. Somebody should answer now.',
    );
    expect(nowThere(CALL, 'fr', MONDAY_MORNING).replace(/\s/g, ' ')).toBe(
      'Là-bas, c’est lundi et il est 9 h 00. On devrait répondre en ce moment.',
    );
  });

  it('nobody says what time it is in a zone that this browser does not know', () => {
    expect(nowThere({ ...CALL, timeZone: 'Europe/Nowhere' }, 'en', MONDAY_MORNING)).toBe('');
  });
});
