import { randomBytes } from 'node:crypto';
import { spellingTables } from './canonical-email';
import { createDataKeys, KeyMissing } from './data-keys';
import { createAddressHashes } from './email-index';
import { createKeyring } from './keyring';
import type { DataKeyRow, DataKeyStore } from './store';
import { createVault } from './vault';

const [K1, K2] = ['k1', 'k2'].map((id) => `${id}:${randomBytes(32).toString('base64')}`);
const EMAIL = 'zoe@example.org';

/** One action's row, as a database that outlives the processes. */
const rowKept = () => {
  const kept: { row: DataKeyRow | null } = { row: null };
  const store: Pick<DataKeyStore, 'read' | 'insertOrRead'> = {
    read: () => Promise.resolve(kept.row),
    insertOrRead: (row) =>
      Promise.resolve((kept.row ??= { ...row, epoch: 0, nextIndex: null, indexStep: null })),
  };
  const vault = (list: string) => {
    const keyring = createKeyring(list);
    const hashes = createAddressHashes(keyring, spellingTables([]));
    return createVault(
      keyring,
      hashes,
      createDataKeys(store, keyring, hashes.present, () => '2020-01-01'),
    );
  };
  return { kept, vault };
};

describe('The email index of an action', () => {
  it.each([
    ['a key in front', `${K1}`, `${K2},${K1}`],
    ['a key behind', `${K1}`, `${K1},${K2}`],
    ['another order', `${K2},${K1}`, `${K1},${K2}`],
    ['one key less', `${K2},${K1}`, `${K2}`],
  ])('is the same with %s', async (_, first, second) => {
    const { vault } = rowKept();
    const index = (await vault(first).of('action')).emailIndex(EMAIL);
    expect((await vault(second).of('action')).emailIndex(EMAIL)).toEqual(index);
  });

  it('is not made under any other key than its own, even if the data key is rewrapped', async () => {
    const { kept, vault } = rowKept();
    (await vault(`${K2}`).of('action')).seal(randomBytes(16), {});
    kept.row = { ...(kept.row as DataKeyRow), index: { keyId: 'k1', table: 1 } };
    const [alone, both] = [
      await vault(`${K2}`).of('action'),
      await vault(`${K2},${K1}`).of('action'),
    ];
    expect(() => alone.emailIndex(EMAIL)).toThrow(KeyMissing);
    expect(both.emailIndex(EMAIL)).toMatchObject({ keyId: 'k1' });
  });
});
