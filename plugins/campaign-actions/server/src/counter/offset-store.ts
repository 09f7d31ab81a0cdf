import type { Knex } from 'knex';
import { createAuditStore } from '../audit/store';
import { databaseNow, durably } from '../database';
import { createLedgerStore } from './store';
import { LEDGER, OFFSETS } from './tables';

export interface OffsetEntry {
  at: string;
  who: string;
  old: number;
  new: number;
  reason: string;
}

export interface OffsetStore {
  change(change: { action: string; offset: number; reason: string; who: string }): Promise<void>;
  /** Newest first. */
  history(action: string): Promise<OffsetEntry[]>;
}

type OffsetRow = Omit<OffsetEntry, 'at'> & { id: number; action: string; at: Date | number };

const MOST_ENTRIES = 100;

export const createOffsetStore = (knex: Knex): OffsetStore => ({
  change: ({ action, offset, reason, who }) =>
    durably(knex, async (trx) => {
      // Taken before reading, so that two changes at once are told apart in the history.
      await trx(LEDGER).insert({ action }).onConflict('action').ignore();
      await trx(LEDGER).where({ action }).forUpdate().select('action');
      const { offset: old } = await createLedgerStore(trx).read(action);
      if (old === offset) return;
      await trx(LEDGER)
        .where({ action })
        .update({ offset, revision: trx.raw('revision + 1') });
      await trx(OFFSETS).insert({ action, at: databaseNow(trx), who, old, new: offset, reason });
      await createAuditStore(trx).write({
        who,
        deed: 'offset.update',
        action,
        details: { old, new: offset, reason },
      });
    }),
  async history(action) {
    const rows = await knex<OffsetRow>(OFFSETS)
      .where({ action })
      .orderBy('id', 'desc')
      .limit(MOST_ENTRIES)
      .select('at', 'who', 'old', 'new', 'reason');
    return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
  },
});
