import type { Connection } from '../database';
import { createPublicSignatureStore } from '../signature/public-signature-store';
import type { RegisterRow } from '../signature/rows';
import { REGISTER } from '../signature/tables';

/** What an invalidation reads of the register, and changes in it. */
export interface InvalidatingStore {
  /** Signatures of an action that count and may name somebody, in the order of their e-mail indexes. */
  page(action: string, after: Buffer | null, most: number): Promise<RegisterRow[]>;
  /** Of these signatures, as far as they are the action's; in hex. */
  networksOf(action: string, ids: Buffer[]): Promise<string[]>;
  /** From which more than so many came; each network is known within a day alone. */
  crowdedNetworks(action: string, moreThan: number): Promise<string[]>;
  /** Counts these no longer, and takes what they show away; answers which did count until now. */
  invalidate(ids: Buffer[]): Promise<Buffer[]>;
  /** Counts these again; answers which did not until now. */
  restore(ids: Buffer[]): Promise<Buffer[]>;
}

const idsOf = (rows: { id: Buffer }[]): Buffer[] => rows.map(({ id }) => id);

const hex = (rows: { network: Buffer }[]): string[] =>
  rows.map(({ network }) => network.toString('hex'));

export const createInvalidatingStore = (connection: Connection): InvalidatingStore => {
  const register = () => connection<RegisterRow>(REGISTER);
  /** In the order in which confirmations take the rows of their addresses. */
  const lock = (ids: Buffer[], state: RegisterRow['state']): Promise<RegisterRow[]> =>
    register()
      .whereIn('id', ids)
      .where({ state })
      .orderBy(['email_index', 'id'])
      .forUpdate()
      .select('*');

  return {
    page(action, after, most) {
      const query = register().where({ action, state: 'counted' }).whereNotNull('email_index');
      if (after) void query.where('email_index', '>', after);
      return query.orderBy('email_index').limit(most).select('*');
    },
    networksOf: async (action, ids) =>
      hex(
        await connection(REGISTER)
          .where({ action })
          .whereIn('id', ids)
          .whereNotNull('network')
          .distinct<{ network: Buffer }[]>('network'),
      ),
    crowdedNetworks: async (action, moreThan) =>
      hex(
        await connection(REGISTER)
          .where({ action })
          .whereNotNull('network')
          .groupBy('network')
          .havingRaw('count(*) > ?', [moreThan])
          .select<{ network: Buffer }[]>('network'),
      ),
    async invalidate(ids) {
      const counted = idsOf(await lock(ids, 'counted'));
      await createPublicSignatureStore(connection).hide(counted);
      await register().whereIn('id', counted).update({ state: 'invalidated' });
      return counted;
    },
    async restore(ids) {
      // Sealed and found by no address: another row turned out to be of the same, and counts for it.
      const set = (await lock(ids, 'invalidated')).filter(
        ({ sealed, email_index }) => sealed === null || email_index !== null,
      );
      const named = idsOf(set.filter(({ sealed }) => sealed !== null));
      const nameless = idsOf(set.filter(({ sealed }) => sealed === null));
      await register().whereIn('id', named).update({ state: 'counted' });
      await register().whereIn('id', nameless).update({ state: 'anonymised' });
      return idsOf(set);
    },
  };
};
