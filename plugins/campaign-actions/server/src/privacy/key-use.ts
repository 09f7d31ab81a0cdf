import type { Knex } from 'knex';
import { type SpellingTables, tableCheck } from './canonical-email';
import { DAY } from './day-keys';
import { type Keyring, equal, hmac } from './keyring';
import { KEYS, KEY_CHECKS } from './tables';

/** What one operator key, or one table of spellings, is for just now, and whether it fits this database. */
export interface KeyUse {
  /** Of a table of spellings, its version. */
  keyId: string;
  kind: 'key' | 'spellings';
  /** The first in the list: what is new is sealed under it, or found by it. */
  active: boolean;
  /** `wrong`: another one had this name before. `missing`: it is not given, and data is under it. */
  problem: 'wrong' | 'missing' | null;
  /** Of how many actions the data keys are wrapped under it. */
  wraps: number;
  /** How many days' keys are wrapped under it (`DayKeys`). */
  days: number;
  /** In how many actions signed addresses are found again by it. */
  finds: number;
}

interface KeyCheckRow {
  key_id: string;
  value: Buffer;
}

/** No operator key has a name with a colon. */
const checkName = (version: number | string): string => `table:${version}`;

/**
 * Compares the keys and tables given with those that the database was written with. Of each it keeps a
 * value that only that one can make and that tells nothing about a key; the first node to bring one
 * writes it, so that a node with another under the same name is found out.
 *
 * @returns the names of those that are others, as `key_checks` has them
 */
const wrongOnes = async (
  knex: Knex,
  { all }: Keyring,
  tables: SpellingTables,
): Promise<Set<string>> => {
  const values = new Map([
    ...all.map((key) => [key.id, hmac(key, 'check', 'check|v1')] as const),
    ...tables.map((table) => [checkName(table.version), tableCheck(table)] as const),
  ]);
  await knex<KeyCheckRow>(KEY_CHECKS)
    // In one order, so that two nodes with new keys never wait for each other in a circle.
    .insert([...values].sort().map(([key_id, value]) => ({ key_id, value })))
    .onConflict('key_id')
    .ignore();
  const known = await knex<KeyCheckRow>(KEY_CHECKS).select('key_id', 'value');
  const wrong = known.filter(({ key_id, value }) => {
    const given = values.get(key_id);
    return given !== undefined && !equal(given, value);
  });
  return new Set(wrong.map(({ key_id }) => key_id));
};

type Counts = Map<string, number>;

const countBy = async (
  knex: Knex,
  column: 'key_id' | 'index_key' | 'next_key' | 'index_table' | 'next_table',
): Promise<Counts> => {
  const rows: { id: string | number; n: number | string }[] = await knex(KEYS)
    .whereNotNull('wrapped')
    .whereNot({ action: DAY })
    .whereNotNull(column)
    .groupBy(column)
    .select({ id: column })
    .countDistinct({ n: 'action' });
  return new Map(rows.map(({ id, n }) => [String(id), Number(n)]));
};

const countDays = async (knex: Knex): Promise<Counts> => {
  const rows: { id: string; n: number | string }[] = await knex(KEYS)
    .where({ action: DAY })
    .groupBy('key_id')
    .select({ id: 'key_id' })
    .count({ n: '*' });
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
};

/** Those given in their order, and those that are needed beside them. */
const namesOf = (given: string[], ...needed: Counts[]): string[] => [
  ...new Set([...given, ...needed.flatMap((counts) => [...counts.keys()]).sort()]),
];

/** Every key and every table of spellings that is given or needed, in the order given. */
export const keyUses = async (
  knex: Knex,
  keyring: Keyring,
  tables: SpellingTables,
): Promise<KeyUse[]> => {
  const wrong = await wrongOnes(knex, keyring, tables);
  const [wraps, finds] = [await countBy(knex, 'key_id'), await countBy(knex, 'index_key')];
  const coming = await countBy(knex, 'next_key');
  const days = await countDays(knex);
  const keys = keyring.all.map(({ id }) => id);
  const spelled = await countBy(knex, 'index_table');
  const toBeSpelled = await countBy(knex, 'next_table');
  const versions = tables.map(({ version }) => String(version));
  // While an action is moved, it is found by two.
  const sum = (id: string, ...counts: Counts[]): number =>
    counts.reduce((all, count) => all + (count.get(id) ?? 0), 0);
  return [
    ...namesOf(keys, wraps, finds, coming, days).map((keyId) => ({
      keyId,
      kind: 'key' as const,
      active: keyId === keyring.active.id,
      problem: problemOf(keys.includes(keyId), wrong.has(keyId)),
      wraps: sum(keyId, wraps),
      days: sum(keyId, days),
      finds: sum(keyId, finds, coming),
    })),
    ...namesOf(versions, spelled, toBeSpelled).map((keyId) => ({
      keyId,
      kind: 'spellings' as const,
      active: keyId === versions[0],
      problem: problemOf(versions.includes(keyId), wrong.has(checkName(keyId))),
      wraps: 0,
      days: 0,
      finds: sum(keyId, spelled, toBeSpelled),
    })),
  ];
};

const problemOf = (isGiven: boolean, isWrong: boolean): KeyUse['problem'] => {
  if (!isGiven) return 'missing';
  return isWrong ? 'wrong' : null;
};

/** A sentence for the operator; it never holds a key. */
export const keyProblemText = ({ keyId, kind, problem }: KeyUse): string => {
  if (kind === 'spellings')
    return problem === 'wrong'
      ? `The table of spellings ${keyId} in CAMPAIGN_ACTIONS_SPELLINGS is not the one that this database knows by that version.`
      : `The table of spellings ${keyId} is missing in CAMPAIGN_ACTIONS_SPELLINGS, and addresses are found by it.`;
  return problem === 'wrong'
    ? `The key "${keyId}" in CAMPAIGN_ACTIONS_KEYS is not the one that this database knows by that name.`
    : `The key "${keyId}" is missing in CAMPAIGN_ACTIONS_KEYS, and data is sealed under it.`;
};
