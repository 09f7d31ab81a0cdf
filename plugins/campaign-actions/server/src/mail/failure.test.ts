import { failureOf } from './failure';

const said = (responseCode: number, command: string, response = `${responseCode} No`) =>
  Object.assign(new Error('refused'), { responseCode, command, response });

describe('A mail that is not taken', () => {
  it.each([
    ['an unknown mailbox', said(550, 'RCPT TO', '550 5.1.1 No such user')],
    ['a domain that is gone', said(556, 'RCPT TO')],
    ['a mail refused as a whole', said(554, 'DATA')],
    [
      'an address that cannot be said',
      Object.assign(new Error('x'), { code: 'EENVELOPE', command: 'API' }),
    ],
  ])('is given up: %s', (_why, error) => expect(failureOf(error)).toBe('for-good'));

  it.each([
    ['greylisting', said(450, 'RCPT TO')],
    ['a full mailbox', said(452, 'DATA')],
    ['a server that falls silent', Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT' })],
  ])('is tried again, and its domain may rest: %s', (_why, error) =>
    expect(failureOf(error)).toBe('theirs'),
  );

  it.each([
    ['a wrong password', said(535, 'AUTH PLAIN')],
    ['a sender that is not allowed', said(550, 'MAIL FROM')],
    ['a server that does not know us', said(554, 'RCPT TO', '554 5.7.1 Relay access denied')],
    [
      'nobody there',
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED', command: 'CONN' }),
    ],
    ['a disk that is full', new Error('ENOSPC')],
  ])('is tried again, and is nobody’s fault but ours: %s', (_why, error) =>
    expect(failureOf(error)).toBe('ours'),
  );
});
