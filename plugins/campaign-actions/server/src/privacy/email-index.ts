import { type SpellingTables, canonicalEmail } from './canonical-email';
import { KeyMissing } from './data-keys';
import { type Keyring, hmac } from './keyring';

/** What the addresses of an action are indexed with. */
export interface IndexPlace {
  keyId: string;
  /** Version of the table of spellings. */
  table: number;
}

export const isSamePlace = (a: IndexPlace, b: IndexPlace): boolean =>
  a.keyId === b.keyId && a.table === b.table;

/** The keyed hashes by which addresses are known without being stored, one per place. */
export interface AddressHashes {
  /** Where a new action begins, and where `keys:reindex` moves the others. */
  present: IndexPlace;
  /** Every place that can be had with the keys and tables given. */
  places: readonly IndexPlace[];
  /** @throws KeyMissing */
  of(
    purpose: 'email-index' | 'suppression',
    place: IndexPlace,
    action: string,
    email: string,
  ): Buffer;
}

export const createAddressHashes = (keyring: Keyring, tables: SpellingTables): AddressHashes => {
  const byVersion = new Map(tables.map((table) => [table.version, table]));
  const word = { 'email-index': 'email', suppression: 'suppression' } as const;
  return {
    present: { keyId: keyring.active.id, table: tables[0].version },
    places: keyring.all.flatMap(({ id: keyId }) =>
      tables.map(({ version: table }) => ({ keyId, table })),
    ),
    of(purpose, { keyId, table }, action, email) {
      const [key, spellings] = [keyring.byId(keyId), byVersion.get(table)];
      if (!key) throw new KeyMissing(keyId);
      if (!spellings) throw new KeyMissing(`spellings-${table}`);
      const canonical = canonicalEmail(email, spellings);
      // By the table's version too: what one table makes never stands for what another makes.
      return hmac(key, purpose, `${word[purpose]}|v${table}|${action}|${canonical}`);
    },
  };
};
