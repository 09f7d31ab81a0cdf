import type { Knex } from 'knex';
import type { KeyProblem } from './key-check';
import type { Keyring } from './keyring';
import { KEYS } from './tables';

/** What one operator key is for just now. */
export interface KeyUse {
  keyId: string;
  given: boolean;
  /** The first in the list: what is new is sealed under it. */
  active: boolean;
  problem: KeyProblem['is'] | null;
  /** Of how many actions the data keys are wrapped under it. */
  wraps: number;
  /** In how many actions signed addresses are found again by it. */
  finds: number;
}

const countBy = async (
  knex: Knex,
  column: 'key_id' | 'index_key',
): Promise<Map<string, number>> => {
  const rows: { id: string; n: number | string }[] = await knex(KEYS)
    .whereNotNull('wrapped')
    .groupBy(column)
    .select({ id: column })
    .countDistinct({ n: 'action' });
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
};

/** Every key that is given or needed, in the order given. */
export const keyUses = async (
  knex: Knex,
  { all, active }: Keyring,
  problems: readonly KeyProblem[],
): Promise<KeyUse[]> => {
  const [wraps, finds] = [await countBy(knex, 'key_id'), await countBy(knex, 'index_key')];
  const given = all.map(({ id }) => id);
  const ids = new Set([...given, ...[...wraps.keys(), ...finds.keys()].sort()]);
  return [...ids].map((keyId) => ({
    keyId,
    given: given.includes(keyId),
    active: keyId === active.id,
    problem: problems.find((problem) => problem.keyId === keyId)?.is ?? null,
    wraps: wraps.get(keyId) ?? 0,
    finds: finds.get(keyId) ?? 0,
  }));
};
