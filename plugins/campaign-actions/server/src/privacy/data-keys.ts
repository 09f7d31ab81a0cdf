import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Soon } from '../fresh';
import type { IndexPlace } from './email-index';
import type { Keyring } from './keyring';
import type { OperatorKey } from './operator-keys';
import type { DataKeyRow, DataKeyStore } from './store';

/** One action's data key in use: 32 random bytes that lie wrapped in the database. */
export interface DataKey {
  version: number;
  key: Buffer;
  /**
   * Where the action's addresses are found again: with what was active at its first signature,
   * whatever is rewrapped later, until it is moved as a whole. An index of another place would let
   * everybody who signed before sign once more.
   */
  index: IndexPlace;
  /** While it is moved, where every address has to stand too. */
  nextIndex: IndexPlace | null;
  epoch: number;
}

/** `code` stands in the log: which key it is that is missing. */
export class KeyMissing extends Error {
  readonly code: string;
  constructor(keyId: string) {
    super(`Operator key "${keyId}" is not among CAMPAIGN_ACTIONS_KEYS.`);
    this.name = 'KeyMissing';
    this.code = keyId;
  }
}

/** `code` stands in the log: which key it is that does not fit. */
export class WrongKey extends Error {
  readonly code: string;
  constructor(keyId: string) {
    super(`Operator key "${keyId}" is not the one that this database was sealed with.`);
    this.name = 'WrongKey';
    this.code = keyId;
  }
}

/** No data key of that version is in the database; `code` stands in the log. */
export class DataKeyMissing extends Error {
  readonly code: string;
  constructor(action: string, version: number) {
    super(`Action ${action} has no data key of version ${version}.`);
    this.name = 'DataKeyMissing';
    this.code = `${action} version ${version}`;
  }
}

/** Somebody destroyed the action's data keys, and with them all that is sealed under them. */
export class Shredded extends Error {
  readonly code: string;
  constructor(action: string) {
    super(`The data keys of action ${action} were destroyed.`);
    this.name = 'Shredded';
    this.code = action;
  }
}

const authenticated = (action: string, version: number): Buffer =>
  Buffer.from(`v1|dek|${action}|${version}`);

export const wrap = (
  operator: OperatorKey,
  action: string,
  version: number,
  key: Buffer,
): Buffer => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', operator.derived.wrap, iv);
  cipher.setAAD(authenticated(action, version));
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
};

/** @throws KeyMissing, WrongKey */
export const unwrap = (
  keyring: Keyring,
  row: Pick<DataKeyRow, 'action' | 'version' | 'keyId' | 'wrapped'>,
): Buffer => {
  const operator = keyring.byId(row.keyId);
  if (!operator) throw new KeyMissing(row.keyId);
  const decipher = createDecipheriv(
    'aes-256-gcm',
    operator.derived.wrap,
    row.wrapped.subarray(0, 12),
  );
  decipher.setAAD(authenticated(row.action, row.version));
  decipher.setAuthTag(row.wrapped.subarray(-16));
  try {
    return Buffer.concat([decipher.update(row.wrapped.subarray(12, -16)), decipher.final()]);
  } catch {
    throw new WrongKey(row.keyId);
  }
};

export interface DataKeys {
  /** The key that seals new rows of an action; made at its first signature. @throws Shredded */
  active(action: string): Soon<DataKey>;
  /** The key of one version, for opening. @throws KeyMissing, WrongKey, DataKeyMissing, Shredded */
  of(action: string, version: number): Promise<DataKey>;
  /** Lets go of every opened key: each is read again when it is next needed. */
  forget(): void;
}

const FIRST_VERSION = 1;

/** Where the addresses of new rows go, at each step of a move (`moveIndex`). */
const placesOf = (row: DataKeyRow): Pick<DataKey, 'index' | 'nextIndex'> => {
  const { index, nextIndex, indexStep } = row;
  if (!index) throw new Error(`The key of ${row.action} seals nothing.`);
  if (!nextIndex || indexStep === 'clearing') return { index, nextIndex: null };
  return { index: indexStep === 'swapping' ? nextIndex : index, nextIndex };
};

export const createDataKeys = (
  store: Pick<DataKeyStore, 'read' | 'insertOrRead'>,
  keyring: Keyring,
  present: IndexPlace,
  today: () => string,
): DataKeys => {
  let opened = new Map<string, DataKey>();

  /** @param into what was remembered when the row was asked for; if it was forgotten since, so is this */
  const remember = (row: DataKeyRow, into: Map<string, DataKey>): DataKey => {
    const { version, epoch } = row;
    const dataKey = { version, key: unwrap(keyring, row), epoch, ...placesOf(row) };
    into.set(`${row.action}|${row.version}`, dataKey);
    return dataKey;
  };

  const make = async (action: string, into: Map<string, DataKey>): Promise<DataKey> => {
    const { active } = keyring;
    const wrapped = wrap(active, action, FIRST_VERSION, randomBytes(32));
    const row = {
      action,
      version: FIRST_VERSION,
      keyId: active.id,
      index: present,
      wrapped,
    };
    // Two nodes may make the first key at once: whichever row is there afterwards is the key.
    return remember(await store.insertOrRead(row, today()), into);
  };

  return {
    active(action) {
      const into = opened;
      const known = into.get(`${action}|${FIRST_VERSION}`);
      if (known) return known;
      return store
        .read(action, FIRST_VERSION)
        .then((row) => (row ? remember(row, into) : make(action, into)));
    },
    async of(action, version) {
      const into = opened;
      const known = into.get(`${action}|${version}`);
      if (known) return known;
      const row = await store.read(action, version);
      if (!row) throw new DataKeyMissing(action, version);
      return remember(row, into);
    },
    forget: () => void (opened = new Map()),
  };
};
