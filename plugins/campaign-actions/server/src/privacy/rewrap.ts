import type { Knex } from 'knex';
import { createAuditStore } from '../audit/store';
import { durably } from '../database';
import { unwrap, wrap } from './data-keys';
import type { Keyring } from './keyring';
import { KEYS } from './tables';

const AT_ONCE = 100;

interface Wrapped {
  action: string;
  version: number;
  key_id: string;
  wrapped: Buffer;
}

/**
 * Wraps every data key under the first operator key. What is sealed stays as it is, and so does the
 * key by which addresses are found. Each portion is committed with its line in the audit: killed, the
 * next run goes on where this one ended.
 *
 * @param told how many of how many are done
 * @throws KeyMissing, WrongKey when one cannot be unwrapped; those before it stay done
 */
export const rewrapDataKeys = async (
  knex: Knex,
  keyring: Keyring,
  told: (done: number, all: number) => void = () => undefined,
): Promise<number> => {
  const { active } = keyring;
  const others = () => knex<Wrapped>(KEYS).whereNotNull('wrapped').whereNot('key_id', active.id);
  const counted = await others().count<{ n: number | string }[]>({ n: '*' });
  const all = Number(counted[0]?.n ?? 0);
  let done = 0;
  for (;;) {
    const rows = await others().orderBy(['action', 'version']).limit(AT_ONCE).select('*');
    if (rows.length === 0) return done;
    const moved = await durably(knex, async (trx) => {
      let count = 0;
      for (const { action, version, key_id, wrapped } of rows) {
        const key = unwrap(keyring, { action, version, keyId: key_id, wrapped });
        // Destroyed meanwhile, it must not come back; moved by another run, it is done.
        count += await trx<Wrapped>(KEYS)
          .where({ action, version, key_id })
          .whereNotNull('wrapped')
          .update({ key_id: active.id, wrapped: wrap(active, action, version, key) });
      }
      await createAuditStore(trx).write({
        who: 'command line',
        deed: 'keys.rotate',
        action: null,
        details: { to: active.id, dataKeys: count },
      });
      return count;
    });
    done += moved;
    told(done, all);
  }
};
