import { type Soon, after } from '../fresh';
import type { DataKeys } from './data-keys';
import { type AddressHashes, type IndexPlace, isSamePlace } from './email-index';
import type { Keyring } from './keyring';
import { open, seal, versionOf } from './seal';
import { type TokenPurpose, makeToken, readToken } from './token';
import { type Unreadable, unreadable } from './unreadable';

/** The key under which one address is found again within one action, and what it was made with. */
export interface EmailIndex extends IndexPlace {
  hash: Buffer;
  /** While the action's index is moved, the one it is moved to: the address stands under either. */
  next: Buffer | null;
}

/** What an address is left in peace by, and the operator key and table of spellings that it ends with. */
export interface Suppression {
  hash: Buffer;
  keyId: string;
  /** Null where nobody noted it. */
  table: number | null;
}

/** One action's keys at hand: what a signature needs of them. */
export interface ActionVault {
  /** What it seals and indexes can be stored in this epoch alone (`EpochStore`). */
  epoch: number;
  seal(rowId: Buffer, person: unknown): Buffer;
  /** @throws KeyMissing */
  emailIndex(email: string): EmailIndex;
  /**
   * What an address may be suppressed as. The first is under the key of the index, for as long as one
   * is needed so is the other; the rest are under every other key and table given.
   *
   * @throws KeyMissing
   */
  suppressions(email: string): [Suppression, ...Suppression[]];
}

/** What was sealed, or why it cannot be read (`unreadableText` says it in words). */
export type Opened =
  { opened: unknown; unreadable: null } | { opened: null; unreadable: Unreadable };

/**
 * Everything that turns personal data into what may lie on disk, and back.
 * An address is always given as it was typed.
 */
export interface Vault {
  of(action: string): Soon<ActionVault>;
  /** @throws CannotOpen, KeyMissing, WrongKey, DataKeyMissing, Shredded */
  open(action: string, rowId: Buffer, sealed: Buffer): Promise<unknown>;
  /** The same for many rows in a row: one that does not open says why, and the others go on. */
  openOrWhy(action: string, rowId: Buffer, sealed: Buffer): Promise<Opened>;
  /** Lets go of every opened data key. */
  forget(): void;
  makeToken(purpose: TokenPurpose, id: Buffer): string;
  readToken(purpose: TokenPurpose, token: string): Buffer | null;
}

export const createVault = (keyring: Keyring, hashes: AddressHashes, dataKeys: DataKeys): Vault => {
  const suppressionUnder = (place: IndexPlace, action: string, email: string): Suppression => ({
    ...place,
    hash: hashes.of('suppression', place, action, email),
  });

  const openRow: Vault['open'] = async (action, rowId, sealed) => {
    const { key } = await dataKeys.of(action, versionOf(sealed));
    return open(key, { rowId, action }, sealed);
  };

  return {
    of: (action) =>
      after(dataKeys.active(action), ({ key, version, epoch, index, nextIndex }) => ({
        epoch,
        seal: (rowId, person) => seal(key, version, { rowId, action }, person),
        emailIndex: (email) => ({
          ...index,
          hash: hashes.of('email-index', index, action, email),
          next: nextIndex && hashes.of('email-index', nextIndex, action, email),
        }),
        suppressions: (email) => [
          suppressionUnder(index, action, email),
          ...hashes.places
            .filter((place) => !isSamePlace(place, index))
            .map((place) => suppressionUnder(place, action, email)),
        ],
      })),
    open: openRow,
    async openOrWhy(action, rowId, sealed) {
      try {
        return { opened: await openRow(action, rowId, sealed), unreadable: null };
      } catch (error) {
        const why = unreadable(error);
        if (!why) throw error;
        return { opened: null, unreadable: why };
      }
    },
    forget: () => dataKeys.forget(),
    makeToken: (purpose, id) => makeToken(keyring, purpose, id),
    readToken: (purpose, token) => readToken(keyring, purpose, token),
  };
};
