import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knex } from 'knex';
import { GRACE_MS, closingTime } from '../action/policy';
import { createUsedChallengeStore } from '../guard/store';
import { createInvalidationStore } from '../invalidation/store';
import { createDayKeys } from '../privacy/day-keys';
import type { Keyring } from '../privacy/keyring';
import { createDataKeyStore } from '../privacy/store';
import { createEraseStore } from '../signature/erase-store';
import { dayOf } from '../signature/sign';
import { goneAt, oldestDayKey, oldestTest } from './due';
import { type OfAction, type Portion, atOnce, dueActions, erasingsOf, ofActions } from './portion';
import { createDueStore } from './store';

const whenGone: OfAction['dueAt'] = (policy, { usualMonths }) => goneAt(policy, usualMonths);

/** When even a late confirmation is refused, so that nobody can be mailed for it any more. */
const whenSettled: OfAction['dueAt'] = (policy) => {
  const closedAt = closingTime(policy);
  return closedAt && new Date(closedAt.getTime() + GRACE_MS + 1);
};

/** A look may find a million rows, of which nothing is to be known but which they are. */
const MEANT_AT_ONCE = 2000;

const removeSubmissions = (trx: Knex.Transaction, ids: Buffer[]): Promise<number> =>
  createEraseStore(trx).removeSubmissions(ids);

const anonymise: OfAction['erase'] = (trx, ids) => createEraseStore(trx).anonymise(ids);

/** Waiting ones that nobody confirmed, what is left of those that were, and tests. */
const expiredSubmissions: Portion = {
  name: 'expiredSubmissions',
  async *due(knex, { now }) {
    const limits = { today: dayOf(now), oldestTest: oldestTest(now) };
    for (let page: number | null = 0; page !== null;) {
      const found = await createDueStore(knex).submissions(limits, page);
      if (found.ids.length > 0) yield (trx) => removeSubmissions(trx, found.ids);
      page = found.next;
      // SQLite answers without ever leaving the turn, and others want to be served.
      await nextTurn();
    }
  },
};

const signatures: Portion = {
  name: 'signatures',
  async *due(knex, moment) {
    const store = createDueStore(knex);
    const unfound = {
      dueAt: whenGone,
      find: (_: Knex, action: string) => store.unfound(action),
      erase: anonymise,
    };
    const found = { ...unfound, find: (_: Knex, action: string) => store.signatures(action) };
    for await (const { action, due } of dueActions(knex, whenGone, moment)) {
      const emptied = await store.isEmptied(action, due);
      if (!emptied) yield* erasingsOf(knex, action, unfound, moment);
      yield* erasingsOf(knex, action, found, moment);
      if (emptied) continue;
      yield async (trx) => {
        await createDueStore(trx).setEmptied(action, due);
        return 0;
      };
    }
  },
};

/** What editors looked for, and what a look found that nobody started. */
const invalidations: Portion = {
  name: 'invalidations',
  // eslint-disable-next-line @typescript-eslint/require-await -- each portion says whether there is another, and has to be asynchronous like the others
  async *due(_knex, { now }) {
    for (let more = true; more;)
      yield async (trx) => {
        const done = await createInvalidationStore(trx).forget(now, MEANT_AT_ONCE);
        more = done.more;
        return done.forgotten;
      };
  },
};

/** Everything that is not kept for ever, in the order in which it is looked at. */
export const allPortions = (keyring: Keyring): Portion[] => [
  expiredSubmissions,
  ofActions('heldSubmissions', {
    dueAt: whenGone,
    find: (knex, action) => createDueStore(knex).held(action),
    erase: removeSubmissions,
  }),
  signatures,
  ofActions('suppressions', {
    dueAt: whenSettled,
    find: (knex, action) => createDueStore(knex).suppressions(action),
    erase: (trx, ids, action) => createDueStore(trx).removeSuppressions(action, ids),
  }),
  invalidations,
  // Ten minutes would do; a day leaves room for clocks that disagree.
  atOnce('usedChallenges', (trx, { now }) =>
    createUsedChallengeStore(trx).removeBefore(dayOf(now, -1)),
  ),
  atOnce('dayKeys', (trx, { now }) =>
    createDayKeys(createDataKeyStore(trx), keyring).destroyBefore(oldestDayKey(now)),
  ),
];
