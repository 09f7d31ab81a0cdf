import { type Soon, after } from '../fresh';
import { CANONICAL_TABLE, canonicalEmail } from './canonical-email';
import { type DataKeys, KeyMissing } from './data-keys';
import { type Keyring, hmac } from './keyring';
import type { OperatorKey } from './operator-keys';
import { open, seal, versionOf } from './seal';
import { type TokenPurpose, makeToken, readToken } from './token';
import { type Unreadable, unreadable } from './unreadable';

/** The key under which one address is found again within one action, and what it was made with. */
export interface EmailIndex {
  hash: Buffer;
  keyId: string;
  table: number;
}

/** What an address is left in peace by, and the operator key that it ends with. */
export interface Suppression {
  hash: Buffer;
  keyId: string;
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
   * is needed so is the other; the rest are under every other key given.
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

export const createVault = (keyring: Keyring, dataKeys: DataKeys): Vault => {
  const indexUnder = (key: OperatorKey, action: string, email: string): EmailIndex => ({
    hash: hmac(key, 'email-index', `email|v1|${action}|${canonicalEmail(email)}`),
    keyId: key.id,
    table: CANONICAL_TABLE,
  });
  const suppressionUnder = (key: OperatorKey, action: string, email: string): Suppression => ({
    hash: hmac(key, 'suppression', `suppression|v1|${action}|${canonicalEmail(email)}`),
    keyId: key.id,
  });

  const openRow: Vault['open'] = async (action, rowId, sealed) => {
    const { key } = await dataKeys.of(action, versionOf(sealed));
    return open(key, { rowId, action }, sealed);
  };

  return {
    of: (action) =>
      after(dataKeys.active(action), ({ key, version, indexKey, epoch }) => {
        const operator = (): OperatorKey => {
          const given = keyring.byId(indexKey);
          if (!given) throw new KeyMissing(indexKey);
          return given;
        };
        return {
          epoch,
          seal: (rowId, person) => seal(key, version, { rowId, action }, person),
          emailIndex: (email) => indexUnder(operator(), action, email),
          suppressions(email) {
            const first = operator();
            const others = keyring.all.filter((each) => each !== first);
            return [
              suppressionUnder(first, action, email),
              ...others.map((each) => suppressionUnder(each, action, email)),
            ];
          },
        };
      }),
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
