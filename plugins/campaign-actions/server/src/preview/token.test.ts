import { randomBytes } from 'node:crypto';
import { createKeyring } from '../privacy/keyring';
import { makeToken, readToken } from '../privacy/token';
import { makePreviewToken, readPreviewToken } from './token';

const key = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const NOW = new Date('2026-11-22T12:00:00.000Z');
const after = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const CAMPAIGN = { type: 'campaign', documentId: 'k3b1x0example' } as const;

describe('a preview token', () => {
  const [one, other] = [key('k1'), key('k2')];
  const keyring = createKeyring(one);
  const token = makePreviewToken(keyring, CAMPAIGN, after(60));

  it('says what it is good for, for an hour', () => {
    expect(readPreviewToken(keyring, token, NOW)).toEqual(CAMPAIGN);
    expect(readPreviewToken(keyring, token, after(59))).toEqual(CAMPAIGN);
    expect(readPreviewToken(keyring, token, after(60))).toBeNull();
    const action = { type: 'action', documentId: 'x' } as const;
    expect(readPreviewToken(keyring, makePreviewToken(keyring, action, after(1)), NOW)).toEqual(
      action,
    );
  });

  it('outlives a new key, and not the key it was made with', () => {
    expect(readPreviewToken(createKeyring(`${other},${one}`), token, NOW)).toEqual(CAMPAIGN);
    expect(readPreviewToken(createKeyring(other), token, NOW)).toBeNull();
  });

  it('is refused when any bit of it is another one', () => {
    const bytes = Buffer.from(token, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(readPreviewToken(keyring, flipped.toString('base64url'), NOW)).toBeNull();
    }
  });

  it.each(['', 'x', 'A'.repeat(64), 'A'.repeat(10_000), '=', `${'é'.repeat(40)}`])(
    'is not %s',
    (nonsense) => expect(readPreviewToken(keyring, nonsense, NOW)).toBeNull(),
  );

  it('has one spelling', () => {
    expect(readPreviewToken(keyring, `${token}=`, NOW)).toBeNull();
    expect(readPreviewToken(keyring, ` ${token}`, NOW)).toBeNull();
  });

  it('opens no link of a mail, and no link of a mail is one (T-32)', () => {
    for (const purpose of ['confirm', 'reject', 'withdraw'] as const) {
      expect(readToken(keyring, purpose, token)).toBeNull();
      const link = makeToken(keyring, purpose, randomBytes(16));
      expect(readPreviewToken(keyring, link, NOW)).toBeNull();
    }
  });
});
