import { randomBytes } from 'node:crypto';
import { createKeyring } from './keyring';
import { makeToken, readToken, type TokenPurpose } from './token';

const operatorKey = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const one = operatorKey('k1');
const two = operatorKey('k2');
const keyring = createKeyring(one);
const PURPOSES: TokenPurpose[] = ['confirm', 'reject', 'withdraw'];

describe('A link’s token (T-30)', () => {
  it('is 64 characters that survive a mail, without a dot', () => {
    expect(makeToken(keyring, 'confirm', randomBytes(16))).toMatch(/^[A-Za-z0-9_-]{64}$/);
  });

  it('opens the door it was made for and no other', () => {
    const id = randomBytes(16);
    for (const made of PURPOSES) {
      for (const used of PURPOSES) {
        const found = readToken(keyring, used, makeToken(keyring, made, id));
        expect(found?.equals(id) ?? false).toBe(made === used);
      }
    }
  });

  it('is refused after any change', () => {
    const token = makeToken(keyring, 'confirm', randomBytes(16));
    for (let i = 0; i < token.length; i += 1) {
      const other = token[i] === 'A' ? 'B' : 'A';
      expect(
        readToken(keyring, 'confirm', token.slice(0, i) + other + token.slice(i + 1)),
      ).toBeNull();
    }
    for (const odd of [
      '',
      'x',
      `${token}A`,
      token.slice(1),
      `${token}=`,
      ` ${token}`,
      'é'.repeat(64),
    ]) {
      expect(readToken(keyring, 'confirm', odd)).toBeNull();
    }
  });

  it('outlives a rotation until its key is gone', () => {
    const id = randomBytes(16);
    const token = makeToken(keyring, 'confirm', id);
    expect(readToken(createKeyring(`${two},${one}`), 'confirm', token)?.equals(id)).toBe(true);
    expect(readToken(createKeyring(two), 'confirm', token)).toBeNull();
  });
});
