import { spellingTables } from './canonical-email';
import { unwrap } from './data-keys';
import { createAddressHashes } from './email-index';
import { createKeyring } from './keyring';
import { makeToken, readToken } from './token';

/**
 * Made once, by another program than ours, and never to change: what a database holds and what stands
 * in mails that were sent is of use only as long as it can be made again. Sealed rows: `seal.test.ts`.
 */
const KEYRING = createKeyring('k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=');
const ACTION = 'action-one';
const ROW = Buffer.alloc(16, 1);

describe('What was made of an operator key stays the same', () => {
  it.each([
    ['wrap', 'c28c1567bcb0217fc6253085713d8f13004701f173683f83028e442fb1744556'],
    ['email-index', '325e94fca3fe89f2a3b15047b15d09768d7034d5ceee85d0dc7161077b093e0d'],
    ['suppression', 'e4175b016c5794383c95b488cebd56137bd8f0a36e3fb1e1b72547178c4c3ece'],
    ['token', '07bc23aeba31e0e7f309d30b9f5f4e5d0db658948239b7b5332210925856a119'],
    ['check', 'd59294d728624799c3b4e863b9a17e045cc944592d7c0ff3abdb6020575f2354'],
    ['challenge', '94a1e6c0aab0d6eaa8c51a7e56b676ae98e8e56d339153c8ddf829a6d271fcb9'],
    ['rate-limit', '69d50848f2bfc0cce5f722cda7711e79c3df3545d69f0ca5b8627be595e74966'],
    ['preview', 'fd235d7aed9f14855fb26eaca81b705a47e35ba7579c5487c9c7dbf527d9bd86'],
  ] as const)('the key derived for %s', (purpose, hex) => {
    expect(KEYRING.active.derived[purpose].toString('hex')).toBe(hex);
  });

  it.each([
    ['email-index', '826a7d60bd95765933206441752d703103fc3417dbaf793f56acbbe4b2a61d49'],
    ['suppression', '9ff53604c58885094be8c7e873dce2af652f197451cb3c51fc58dcbe9a5d87c9'],
  ] as const)('an address as it is found again (%s), in any spelling', (purpose, hex) => {
    const hashes = createAddressHashes(KEYRING, spellingTables([]));
    const place = { keyId: 'k1', table: 1 };
    for (const spelling of ['zoe.e@example.org', 'Zoe.E+list@Example.ORG'])
      expect(hashes.of(purpose, place, ACTION, spelling).toString('hex')).toBe(hex);
  });

  it.each([
    ['confirm', 'AQEBAQEBAQEBAQEBAQEBAdxBtlcHyCRnh4qEH506bUybqVUNJDi7kUYAgcuA2owM'],
    ['reject', 'AQEBAQEBAQEBAQEBAQEBASB8QCln9nIICs-ztmLDJlXBaW3MBrLkup7j-PmjdDqh'],
    ['withdraw', 'AQEBAQEBAQEBAQEBAQEBAWYgFn-Pr4vWae3BMdPXaE5dtFF89UXqD_N92RZiD3TQ'],
  ] as const)('the link that does %s', (purpose, token) => {
    expect(makeToken(KEYRING, purpose, ROW)).toBe(token);
    expect(readToken(KEYRING, purpose, token)).toEqual(ROW);
  });

  it('an action’s data key, wrapped', () => {
    const wrapped = Buffer.from(
      '09090909090909090909090935543c3f9c25a3231da1aaa5354179a8ed9855d31b65e1dc7e7e4e8b6ef81dedb5b266b7c90a54958cdf7b975ce2406e',
      'hex',
    );
    const row = { action: ACTION, version: 1, keyId: 'k1', wrapped };
    expect(unwrap(KEYRING, row)).toEqual(Buffer.alloc(32, 7));
  });
});
