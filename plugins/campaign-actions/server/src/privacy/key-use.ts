import type { Knex } from 'knex';
import { DAY } from './day-keys';
import { type Keyring, equal, hmac } from './keyring';
import { KEYS, KEY_CHECKS } from './tables';

/** What one operator key is for just now, and whether it fits this database. */
export interface KeyUse {
  keyId: string;
  /** The first in the list: what is new is sealed under it. */
  active: boolean;
  /** `wrong`: another key had this name before. `missing`: it is not given, and data is under it. */
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

/**
 * Compares the keys given with those that the database was written with. Of each it keeps a value
 * that only that key can make and that tells nothing about it; the first node to bring a key writes
 * it, so that a node with another key under the same name is found out.
 */
const wrongKeys = async (knex: Knex, { all }: Keyring): Promise<Set<string>> => {
  const values = new Map(all.map((key) => [key.id, hmac(key, 'check', 'check|v1')]));
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

const countBy = async (
  knex: Knex,
  column: 'key_id' | 'index_key' | 'next_key',
): Promise<Map<string, number>> => {
  const rows: { id: string; n: number | string }[] = await knex(KEYS)
    .whereNotNull('wrapped')
    .whereNot({ action: DAY })
    .whereNotNull(column)
    .groupBy(column)
    .select({ id: column })
    .countDistinct({ n: 'action' });
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
};

const countDays = async (knex: Knex): Promise<Map<string, number>> => {
  const rows: { id: string; n: number | string }[] = await knex(KEYS)
    .where({ action: DAY })
    .groupBy('key_id')
    .select({ id: 'key_id' })
    .count({ n: '*' });
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
};

/** Every key that is given or needed, in the order given. */
export const keyUses = async (knex: Knex, keyring: Keyring): Promise<KeyUse[]> => {
  const wrong = await wrongKeys(knex, keyring);
  const [wraps, finds] = [await countBy(knex, 'key_id'), await countBy(knex, 'index_key')];
  const coming = await countBy(knex, 'next_key');
  const days = await countDays(knex);
  const given = keyring.all.map(({ id }) => id);
  const ids = new Set([
    ...given,
    ...[...wraps.keys(), ...finds.keys(), ...coming.keys(), ...days.keys()].sort(),
  ]);
  return [...ids].map((keyId) => ({
    keyId,
    active: keyId === keyring.active.id,
    problem: !keyring.byId(keyId) ? 'missing' : wrong.has(keyId) ? 'wrong' : null,
    wraps: wraps.get(keyId) ?? 0,
    days: days.get(keyId) ?? 0,
    // While an action is moved, it is found by two.
    finds: (finds.get(keyId) ?? 0) + (coming.get(keyId) ?? 0),
  }));
};

/** A sentence for the operator; it never holds a key. */
export const keyProblemText = ({ keyId, problem }: KeyUse): string =>
  problem === 'wrong'
    ? `The key "${keyId}" in CAMPAIGN_ACTIONS_KEYS is not the one that this database knows by that name.`
    : `The key "${keyId}" is missing in CAMPAIGN_ACTIONS_KEYS, and data is sealed under it.`;
