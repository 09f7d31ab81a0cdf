import type { Knex } from 'knex';
import { durably } from '../database';
import { createOutboxStore } from '../outbox/store';
import type { Settled } from '../outbox/worker';
import { dayOf } from '../signature/sign';
import { createSubmissionStore } from '../signature/submission-store';
import { createMailCountStore } from './count-store';

const WAIT_AFTER_MAIL_DAYS = 7;
const REMIND_AFTER_SECONDS = 2 * 24 * 3600;

/**
 * Writes down what came of items, all or nothing: what happened or bounced is struck off, what waits
 * is given back. With the first mail of a submission its last week begins, and the wait for its
 * reminder; only whoever strikes the item off begins them, so there is one.
 */
export const finish = (knex: Knex, settled: Settled[]): Promise<void> =>
  durably(knex, async (trx) => {
    const outbox = createOutboxStore(trx);
    const today = new Date();

    const slots = settled.flatMap(({ fate }) => (fate.what === 'waits' && fate.giveBack) || []);
    const counts = createMailCountStore(trx);
    if (slots.length > 0) await counts.takeTurn();
    for (const slot of slots) await counts.giveBack(slot);

    for (const { item, fate } of settled)
      if (fate.what === 'waits') await outbox.postpone(item.seq, fate.seconds, fate.tried);

    const over = settled.filter(({ fate }) => fate.what !== 'waits');
    const gone = new Set(await outbox.remove(over.map(({ item }) => item.seq)));
    const struck = over.filter(({ item }) => gone.has(item.seq));
    const bounced = struck.filter(({ fate }) => fate.what === 'bounced');
    await outbox.bounced(
      bounced.map(({ item: { action, row_id } }) => ({ action, row_id })),
      dayOf(today),
    );

    const mailed = struck.filter(
      ({ item, fate }) => item.kind === 'confirm' && fate.what === 'happened' && fate.mailed,
    );
    // Fourteen days from signing is what it has already, and an earlier mail's week stays.
    await createSubmissionStore(trx).expireBy(
      mailed.map(({ item }) => item.row_id),
      dayOf(today, WAIT_AFTER_MAIL_DAYS),
    );
    await outbox.remindLater(
      mailed.map(({ item: { action, row_id } }) => ({ action, row_id })),
      REMIND_AFTER_SECONDS,
    );
  });
