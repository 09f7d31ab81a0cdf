import type { Knex } from 'knex';
import { createAuditStore } from '../audit/store';
import { type Connection, durably } from '../database';
import { REGISTER, SUBMISSIONS, SUPPRESSIONS } from '../signature/tables';
import { KEYS, KEY_CHECKS } from './tables';

/** What would be lost with an operator key. */
export interface KeyTies {
  /** Whether this database has ever met it. */
  known: boolean;
  /** Data keys wrapped under it. */
  wraps: number;
  /** Actions whose addresses are found by it, or are being moved to it. */
  finds: number;
  /** Signatures that still have their place in the register by it. */
  rows: number;
  /** Submissions that wait and would be left in peace by it, were they rejected. */
  waiting: number;
  /** Addresses that asked to be left in peace, and are known by it alone. */
  suppressions: number;
  /** Links in mail that it may have made, at most: nobody keeps what made which. */
  links: { withdraw: number; confirm: number };
}

const numberOf = async (counting: Promise<unknown>): Promise<number> =>
  Number(((await counting) as { n: number | string } | undefined)?.n ?? 0);

export const keyTies = async (connection: Connection, keyId: string): Promise<KeyTies> => {
  const count = (table: string, where: (rows: Knex.QueryBuilder) => void): Promise<number> =>
    numberOf(connection(table).where(where).count({ n: '*' }).first<unknown>());
  const open = (rows: Knex.QueryBuilder) => void rows.whereIn('state', ['waiting', 'held']);
  return {
    known: (await count(KEY_CHECKS, (rows) => void rows.where({ key_id: keyId }))) > 0,
    wraps: await count(KEYS, (rows) => void rows.where({ key_id: keyId }).whereNotNull('wrapped')),
    finds: await count(
      KEYS,
      (rows) =>
        void rows
          .whereNotNull('wrapped')
          .where((either) => void either.where({ index_key: keyId }).orWhere({ next_key: keyId })),
    ),
    rows: await count(REGISTER, (rows) => void rows.where({ index_key: keyId })),
    waiting: await count(SUBMISSIONS, (rows) => {
      void rows.where({ suppression_key: keyId });
      open(rows);
    }),
    suppressions: await count(SUPPRESSIONS, (rows) => void rows.where({ key_id: keyId })),
    links: {
      withdraw: await count(REGISTER, (rows) => void rows.whereNotNull('sealed')),
      confirm: await count(SUBMISSIONS, open),
    },
  };
};

/** What is under one operator key, or one table of spellings, beside signatures. */
export interface LeftBehind {
  /** Null: a table that nobody noted, since the database is from before they were. */
  keyId: string | null;
  kind: 'key' | 'spellings';
  /** Submissions that wait or are on hold, and are found by it: to be erased, exported or rejected. */
  waiting: number;
  /** Addresses that asked to be left in peace, and are known by it alone. */
  suppressions: number;
}

/** By whatever is given or not: what is found by something that is not given is found by nothing. */
export const leftBehind = async (connection: Connection): Promise<LeftBehind[]> => {
  const found = new Map<string, LeftBehind>();
  const count = async (
    kind: LeftBehind['kind'],
    what: 'waiting' | 'suppressions',
    rows: Knex.QueryBuilder,
    column: string,
  ): Promise<void> => {
    const counted: { id: string | number | null; n: number | string }[] = await rows
      .whereNotNull('suppression')
      .groupBy(column)
      .select({ id: column })
      .count({ n: '*' });
    for (const { id, n } of counted) {
      const keyId = id === null ? null : String(id);
      const left = found.get(`${kind}|${keyId}`) ?? { keyId, kind, waiting: 0, suppressions: 0 };
      found.set(`${kind}|${keyId}`, { ...left, [what]: Number(n) });
    }
  };
  const open = () => connection(SUBMISSIONS).whereIn('state', ['waiting', 'held']);
  await count('key', 'waiting', open(), 'suppression_key');
  await count('spellings', 'waiting', open(), 'suppression_table');
  await count('key', 'suppressions', connection(SUPPRESSIONS), 'key_id');
  await count('spellings', 'suppressions', connection(SUPPRESSIONS), 'suppression_table');
  return [...found.values()];
};

/** Whether anything that signing needs is under it; what was rejected is for the operator to say. */
export const isNeeded = ({ wraps, finds, rows, waiting }: KeyTies): boolean =>
  wraps + finds + rows + waiting > 0;

/**
 * Strikes an operator key off those that this database knows, with the suppressions that nobody could
 * compare any more. False, and nothing is done, when something came to need it meanwhile.
 */
export const retireKey = (knex: Knex, keyId: string): Promise<boolean> =>
  durably(knex, async (trx) => {
    const ties = await keyTies(trx, keyId);
    if (isNeeded(ties)) return false;
    await trx(SUPPRESSIONS).where({ key_id: keyId }).delete();
    await trx(KEY_CHECKS).where({ key_id: keyId }).delete();
    const details = { key: keyId, suppressions: ties.suppressions, links: ties.links };
    const line = { who: 'command line', deed: 'keys.retire', action: null, details } as const;
    await createAuditStore(trx).write(line);
    return true;
  });
