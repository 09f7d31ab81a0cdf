import type { Knex } from 'knex';
import { type Keyring, equal, hmac } from './keyring';
import { KEYS, KEY_CHECKS } from './tables';

/** An operator key that does not fit this database. */
export interface KeyProblem {
  keyId: string;
  /** `wrong`: another key had this name before. `missing`: data is sealed under it. */
  is: 'wrong' | 'missing';
}

interface KeyCheckRow {
  key_id: string;
  value: Buffer;
}

/** A sentence for the operator; it never holds a key. */
export const keyProblemText = ({ keyId, is }: KeyProblem): string =>
  is === 'wrong'
    ? `The key "${keyId}" in CAMPAIGN_ACTIONS_KEYS is not the one that this database knows by that name.`
    : `The key "${keyId}" is missing in CAMPAIGN_ACTIONS_KEYS, and data is sealed under it.`;

/**
 * Compares the keys given with those that the database was written with. Of each it keeps a value
 * that only that key can make and that tells nothing about it; the first node to bring a key writes
 * it, so that a node with another key under the same name is found out.
 */
export const checkKeys = async (knex: Knex, keyring: Keyring): Promise<KeyProblem[]> => {
  const values = new Map(keyring.all.map((key) => [key.id, hmac(key, 'check', 'check|v1')]));
  await knex<KeyCheckRow>(KEY_CHECKS)
    // In one order, so that two nodes with new keys never wait for each other in a circle.
    .insert([...values].sort().map(([key_id, value]) => ({ key_id, value })))
    .onConflict('key_id')
    .ignore();
  const known = await knex<KeyCheckRow>(KEY_CHECKS).select('key_id', 'value');
  const used = await knex(KEYS)
    .whereNotNull('wrapped')
    .distinct<{ key_id: string; index_key: string }[]>('key_id', 'index_key');

  const wrong = known.filter(({ key_id, value }) => {
    const given = values.get(key_id);
    return given !== undefined && !equal(given, value);
  });
  const needed = new Set(used.flatMap(({ key_id, index_key }) => [key_id, index_key]));
  const missing = [...needed].filter((keyId) => !values.has(keyId)).sort();
  return [
    ...wrong.map(({ key_id }) => ({ keyId: key_id, is: 'wrong' as const })),
    ...missing.map((keyId) => ({ keyId, is: 'missing' as const })),
  ];
};
