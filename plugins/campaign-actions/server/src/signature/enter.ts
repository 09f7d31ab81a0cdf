import type { Tally } from '../counter/store';
import type { OutboxItem } from '../outbox/store';
import { CameBetween } from '../database';
import type { Books, DurableBooks } from './books';
import { readConsents, writeConsents } from './consent-record';
import { type RegisterRow, byAddress, sumByAction } from './rows';
import type { RegisterStore } from './register-store';

/** One confirmed submission on its way into the register. */
export interface Entering {
  /** Has the submission's id. */
  row: RegisterRow;
  thanks: OutboxItem;
  /** Counted only when the address is new. */
  tallies: Tally[];
  /** Set when it was written: its submission was no longer waiting. */
  passedOver?: boolean;
  /** Of the keys its address was indexed with. */
  epoch: number;
}

/**
 * Writes a group of confirmations in one transaction. Each submission goes from waiting to done, and
 * only whoever moves it does the rest: so a link confirmed twice counts once, even within the group.
 * The order is that of `take`.
 */
export const enter = (books: DurableBooks, group: Entering[]): Promise<void> =>
  books.durably(async (inside) => void (await enterFrom('waiting', inside, group)));

/** What became of a group: those that this very call moved, and of them those that are new. */
export interface Entered {
  entered: number;
  counted: number;
}

/** @throws Outdated */
export const enterFrom = async (
  state: 'waiting' | 'held',
  inside: Books,
  group: Entering[],
): Promise<Entered> => {
  await inside.epochs.hold(group.map(({ row: { action }, epoch }) => ({ action, epoch })));
  const byId = new Map(group.map((each) => [each.row.id.toString('hex'), each]));
  const done = await inside.submissions.finish(
    [...byId.values()].map(({ row }) => row.id),
    state,
  );
  const finished = new Set(done.map((id) => id.toString('hex')));
  for (const each of group) each.passedOver = !finished.has(each.row.id.toString('hex'));
  const entering = done.flatMap((id) => byId.get(id.toString('hex')) ?? []);
  const isNew = await enterRegister(
    inside.register,
    entering.map(({ row }) => row),
  );
  await inside.outbox.add(entering.map(({ thanks }) => thanks));

  const counted = entering.filter(({ row }) => isNew.has(row));
  await inside.ledger.tally(counted.flatMap(({ tallies }) => tallies));
  const moves = counted.map(({ row: { action } }) => ({ action, by: 1 }));
  for (const [action, by] of sumByAction(moves)) await inside.ledger.move(action, by);
  return { entered: entering.length, counted: counted.length };
};

/** Answers which are new; of the others the consents were added to what their addresses have. */
const enterRegister = async (
  register: RegisterStore,
  rows: RegisterRow[],
): Promise<Set<RegisterRow>> => {
  const sorted = rows.sort(byAddress);
  const inserted = new Set((await register.insertNew(sorted)).map((id) => id.toString('hex')));
  const isNew = new Set(sorted.filter(({ id }) => inserted.has(id.toString('hex'))));
  for (const row of sorted) if (!isNew.has(row)) await addConsents(register, row);
  return isNew;
};

/**
 * @throws CameBetween when the address was withdrawn a moment ago. To insert it here, after greater
 *   ones, could make two nodes wait for each other in a circle.
 */
const addConsents = async (register: RegisterStore, row: RegisterRow): Promise<void> => {
  const there = await register.lock(row.action, row);
  if (!there) throw new CameBetween();
  const consents = [...readConsents(there.consents), ...readConsents(row.consents)];
  await register.setConsents(there.id, writeConsents(consents));
};
