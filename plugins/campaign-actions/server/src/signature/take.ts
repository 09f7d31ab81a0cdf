import type { Tally } from '../counter/store';
import type { OutboxItem } from '../outbox/store';
import type { DurableBooks } from './books';
import { type RegisterRow, type SubmissionRow, byAddress, countByAction } from './rows';
import { suppressionKey } from './store';
import type { TallyName } from './tallies';

/** One checked and sealed signature on its way to disk. */
export interface Taken {
  /** Under every key given: an address that said "this was not me" stores nothing. */
  suppressions: Buffer[];
  row: { to: 'submissions'; row: SubmissionRow } | { to: 'register'; row: RegisterRow };
  /** Null for what is held: nobody is mailed. */
  outbox: OutboxItem | null;
  tallies: TallyName[];
}

/**
 * Writes a group in one transaction: submissions where confirmation is asked or a rule holds them,
 * else register rows, of which only those new to their action's register count. The order is the
 * same on every node and the ledger comes last, so that no two nodes wait for each other in a circle.
 */
export const take = (books: DurableBooks, group: Taken[]): Promise<void> =>
  books.durably(async ({ suppressions, submissions, register, outbox, ledger }) => {
    const refused = await suppressions.among(
      group.flatMap((each) =>
        each.suppressions.map((suppression) => ({ action: each.row.row.action, suppression })),
      ),
    );
    const taken = group.filter(
      (each) =>
        !each.suppressions.some((one) => refused.has(suppressionKey(each.row.row.action, one))),
    );

    await submissions.insert(
      taken.flatMap(({ row }) => (row.to === 'submissions' ? [row.row] : [])),
    );
    const direct = taken.flatMap(({ row }) => (row.to === 'register' ? [row.row] : []));
    const isNew = new Set(
      (await register.insertNew(direct.sort(byAddress))).map((id) => id.toString('hex')),
    );
    await outbox.add(taken.flatMap((each) => each.outbox ?? []));

    const counted = direct.filter(({ id }) => isNew.has(id.toString('hex')));
    await ledger.tally(taken.flatMap((each) => talliesOf(each, isNew)));
    for (const [action, by] of countByAction(counted)) await ledger.move(action, by);
  });

const talliesOf = ({ row: { row, to }, tallies, outbox }: Taken, isNew: Set<string>): Tally[] => {
  if (outbox === null) return [];
  const { id, action, day } = row;
  const confirmed = to === 'register' && isNew.has(id.toString('hex')) ? 1 : 0;
  return tallies.map(({ kind, name }) => ({ action, day, kind, name, taken: 1, confirmed }));
};
