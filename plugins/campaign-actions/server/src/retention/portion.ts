import type { Knex } from 'knex';
import type { Policy } from '../action/policy';
import { createPolicyStore } from '../action/policy-store';

/** When it is, and how long personal data are kept where the action does not say itself. */
export interface Moment {
  now: Date;
  usualMonths: number;
}

/** Erases a few rows within a transaction, and answers how many. */
export type Erasing = (trx: Knex.Transaction) => Promise<number>;

/** One kind of thing that is not kept for ever. */
export interface Portion {
  /** As the audit counts it. */
  name: string;
  /** What is due, a few rows at a time. Stopped anywhere, the next run finds the rest. */
  due(knex: Knex, moment: Moment): AsyncIterable<Erasing>;
}

/** A kind of which so little is due that one transaction erases it all. */
export const atOnce = (
  name: string,
  erase: (trx: Knex.Transaction, moment: Moment) => Promise<number>,
): Portion => ({
  name,
  // eslint-disable-next-line @typescript-eslint/require-await -- it waits for nothing, and has to be asynchronous like the others
  async *due(_knex, moment) {
    yield (trx) => erase(trx, moment);
  },
});

export interface OfAction {
  /** When it is due; null: not as long as nothing changes. */
  dueAt: (policy: Policy, moment: Moment) => Date | null;
  /** A few of what is there; none: all is erased. */
  find: (knex: Knex, action: string) => Promise<Buffer[]>;
  erase: (trx: Knex.Transaction, ids: Buffer[], action: string) => Promise<number>;
}

const isDue = (policy: Policy | null, dueAt: OfAction['dueAt'], moment: Moment): Date | null => {
  const due = policy && dueAt(policy, moment);
  return due && due <= moment.now ? due : null;
};

/** The actions in which something is due now. */
export async function* dueActions(
  knex: Knex,
  dueAt: OfAction['dueAt'],
  moment: Moment,
): AsyncIterable<{ action: string; due: Date }> {
  const policies = createPolicyStore(knex);
  for (const policy of await policies.readMany(await policies.actions())) {
    const due = isDue(policy, dueAt, moment);
    if (due) yield { action: policy.action, due };
  }
}

/** Everything of one action that is due, a few at a time, unless somebody opens it again meanwhile. */
export async function* erasingsOf(
  knex: Knex,
  action: string,
  { dueAt, find, erase }: OfAction,
  moment: Moment,
): AsyncIterable<Erasing> {
  for (let erased = 1; erased > 0;) {
    const ids = await find(knex, action);
    if (ids.length === 0) return;
    yield async (trx) => {
      const policy = await createPolicyStore(trx).read(action);
      erased = isDue(policy, dueAt, moment) ? await erase(trx, ids, action) : 0;
      return erased;
    };
  }
}

/** A kind that is due some time after its action has closed. */
export const ofActions = (name: string, each: OfAction): Portion => ({
  name,
  async *due(knex, moment) {
    for await (const { action } of dueActions(knex, each.dueAt, moment))
      yield* erasingsOf(knex, action, each, moment);
  },
});
