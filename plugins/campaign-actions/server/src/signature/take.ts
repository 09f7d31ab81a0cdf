import type { Tally } from '../counter/store';
import type { Payment } from '../guard/challenge';
import { nonceKey } from '../guard/store';
import { Problem } from '../http/problems';
import type { OutboxItem } from '../outbox/store';
import type { Suppression } from '../privacy/vault';
import type { Books, DurableBooks } from './books';
import { type RegisterRow, type SubmissionRow, byAddress, sumByAction } from './rows';
import { suppressionKey } from './suppression-store';
import type { TallyName } from './tallies';

/** One checked and sealed signature on its way to disk. */
export interface Taken {
  /** Under every key given: an address that said "this was not me" stores nothing. */
  suppressions: Suppression[];
  row: { to: 'submissions'; row: SubmissionRow } | { to: 'register'; row: RegisterRow };
  /** Null for what is held: nobody is mailed. */
  outbox: OutboxItem | null;
  tallies: TallyName[];
  /** Of the keys it was sealed with. */
  epoch: number;
  /** The challenge it is paid with, if one was asked for. */
  payment: Payment | null;
}

/**
 * Writes a group in one transaction. Of an address that asked to be left in peace no row stays. Alone
 * in its group, what it sends is written like everything else and taken back, so that the answer takes
 * as long as everybody's (T-21); with others it waits for theirs.
 *
 * @returns those whose challenge has paid for another body, each with what it is told
 */
export const take = (books: DurableBooks, group: Taken[]): Promise<Map<Taken, Problem>> =>
  books.durably(async (inside) => {
    await inside.epochs.hold(
      group.map(({ row: { row }, epoch }) => ({ action: row.action, epoch })),
    );
    const { paid, refused } = await pay(inside, group);
    const suppressed = await inside.suppressions.among(
      paid.flatMap(({ row: { row }, suppressions }) =>
        suppressions.map(({ hash }) => ({ action: row.action, suppression: hash })),
      ),
    );
    const isSuppressed = ({ row: { row }, suppressions }: Taken): boolean =>
      suppressions.some(({ hash }) => suppressed.has(suppressionKey(row.action, hash)));

    const wanted = paid.filter((each) => !isSuppressed(each));
    await write(inside, wanted);
    await inside.inVain(() => write(inside, wanted.length === 0 ? paid : []));
    return refused;
  });

interface Settled {
  /** To be written. What was sent twice, challenge and all, is there already. */
  paid: Taken[];
  refused: Map<Taken, Problem>;
}

/** Uses up the challenges: each pays for the first body that it comes with, however often that comes. */
const pay = async ({ usedChallenges }: Books, group: Taken[]): Promise<Settled> => {
  const first = new Map<string, Taken>();
  for (const each of group) {
    const key = each.payment && nonceKey(each.payment);
    if (key && !first.has(key)) first.set(key, each);
  }
  const payments = [...first.values()].flatMap(({ payment }) => payment ?? []);
  const used = await usedChallenges.use(payments);

  const settled: Settled = { paid: [], refused: new Map() };
  for (const each of group) {
    const { payment } = each;
    const key = payment && nonceKey(payment);
    const before = key ? used.get(key) : undefined;
    const owner = before ?? (key ? first.get(key)?.payment?.fingerprint : undefined);
    if (payment && owner && !owner.equals(payment.fingerprint))
      settled.refused.set(each, new Problem('challenge-used'));
    else if (!key || (before === undefined && first.get(key) === each)) settled.paid.push(each);
  }
  return settled;
};

/**
 * Submissions where confirmation is asked or a rule holds them, else register rows, of which only
 * those new to their action's register count. The order is the same on every node and the ledger
 * comes last, so that no two nodes wait for each other in a circle.
 */
const write = async (
  { submissions, register, outbox, ledger }: Books,
  group: Taken[],
): Promise<void> => {
  await submissions.insert(group.flatMap(({ row }) => (row.to === 'submissions' ? [row.row] : [])));
  const direct = group.flatMap(({ row }) => (row.to === 'register' ? [row.row] : []));
  const isNew = new Set(
    (await register.insertNew(direct.sort(byAddress))).map((id) => id.toString('hex')),
  );
  await outbox.add(group.flatMap((each) => each.outbox ?? []));

  await ledger.tally(group.flatMap((each) => talliesOf(each, isNew)));
  // A repeat moves it too, by nothing.
  const moves = direct.map(({ id, action }) => ({
    action,
    by: isNew.has(id.toString('hex')) ? 1 : 0,
  }));
  for (const [action, by] of sumByAction(moves)) await ledger.move(action, by);
};

const talliesOf = ({ row: { row, to }, tallies, outbox }: Taken, isNew: Set<string>): Tally[] => {
  if (outbox === null) return [];
  const { id, action, day } = row;
  const confirmed = to === 'register' && isNew.has(id.toString('hex')) ? 1 : 0;
  return tallies.map(({ kind, name }) => ({ action, day, kind, name, taken: 1, confirmed }));
};
