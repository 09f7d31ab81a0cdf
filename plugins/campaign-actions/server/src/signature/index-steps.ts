import type { Knex } from 'knex';
import { type LedgerStore, createLedgerStore } from '../counter/store';
import { type Connection, durably } from '../database';
import { KeyMissing } from '../privacy/data-keys';
import type { AddressHashes, IndexPlace } from '../privacy/email-index';
import { createEpochStore } from '../privacy/epochs';
import type { Vault } from '../privacy/vault';
import {
  type IndexMove,
  type IndexMoveStore,
  type IndexedRow,
  createIndexMoveStore,
} from './index-move-store';
import { personOf } from './person';
import { type SuppressionStore, createSuppressionStore } from './suppression-store';

const AT_ONCE = 250;
const NOTHING = Buffer.alloc(0);

export interface MoveUses {
  knex: Knex;
  hashes: AddressHashes;
  /** One that reads data keys within the transaction: SQLite has no second connection. */
  vaultOver: (connection: Connection) => Pick<Vault, 'openOrWhy'>;
  told: (action: string, step: string, done: number, all: number) => void;
}

interface Inside {
  store: IndexMoveStore;
  vault: Pick<Vault, 'openOrWhy'>;
  hashes: AddressHashes;
  ledger: LedgerStore;
  suppressions: SuppressionStore;
}

/** One portion, while the step lasts. */
const within = <T>(
  { knex, hashes, vaultOver }: MoveUses,
  { action, epoch }: IndexMove,
  work: (inside: Inside) => Promise<T>,
): Promise<T> =>
  durably(knex, async (trx) => {
    await createEpochStore(trx).hold([{ action, epoch }]);
    return work({
      store: createIndexMoveStore(trx),
      vault: vaultOver(trx),
      hashes,
      ledger: createLedgerStore(trx),
      suppressions: createSuppressionStore(trx),
    });
  });

interface Found {
  hash: Buffer;
  /** When it was sent: of two rows of one address the older one keeps it. */
  at: string;
}

interface Placed extends Found {
  row: IndexedRow;
}

/** Where a row's address belongs; null when it does not open. */
const placed = async (
  { vault, hashes }: Inside,
  action: string,
  place: IndexPlace,
  { id, sealed }: Pick<IndexedRow, 'id' | 'sealed'>,
): Promise<Found | null> => {
  if (!sealed) return null;
  const { opened, unreadable } = await vault.openOrWhy(action, id, sealed);
  if (unreadable?.keyId) throw new KeyMissing(unreadable.keyId);
  if (unreadable) return null;
  const { email, at } = personOf(opened);
  return { hash: hashes.of('email-index', place, action, email), at };
};

/** Gives every row of the old index its second one, the older of two of one address. */
export const fill = async (
  uses: MoveUses,
  move: IndexMove,
  next: IndexPlace,
): Promise<{ seconds: number; unreadable: number }> => {
  const { action } = move;
  const all = await createIndexMoveStore(uses.knex).countRows(action);
  let [seconds, unreadable, done] = [0, 0, 0];
  for (let after: Buffer | undefined = NOTHING; after;) {
    const from: Buffer = after;
    const portion = await within(uses, move, async (inside) => {
      const rows = await inside.store.withoutNext(action, from, AT_ONCE);
      const found: Placed[] = [];
      for (const row of rows) {
        const place = await placed(inside, action, next, row);
        if (place) found.push({ ...place, row });
      }
      const contested = await setUncontested(inside.store, action, found);
      let second = 0;
      for (const each of contested) if (await isSecond(inside, action, next, each)) second += 1;
      return { rows, seconds: second, unreadable: rows.length - found.length };
    });
    seconds += portion.seconds;
    unreadable += portion.unreadable;
    done += portion.rows.length;
    after = portion.rows.at(-1)?.email_index;
    if (after) uses.told(action, 'filling', done, all);
  }
  return { seconds, unreadable };
};

/** All at once, for those whose hash nobody else has; answers the others. */
const setUncontested = async (
  store: IndexMoveStore,
  action: string,
  found: Placed[],
): Promise<Placed[]> => {
  const taken = new Set(
    await store.taken(
      action,
      found.map(({ hash }) => hash),
    ),
  );
  const free = new Map<string, Placed>();
  const contested: Placed[] = [];
  for (const each of found) {
    const hex = each.hash.toString('hex');
    if (taken.has(hex) || free.has(hex)) contested.push(each);
    else free.set(hex, each);
  }
  await store.setNext([...free.values()].map(({ hash, row: { id } }) => ({ id, next: hash })));
  return contested;
};

/** Gives a row its second index, unless an older row of the address has it; a younger one loses it. */
const isSecond = async (
  inside: Inside,
  action: string,
  next: IndexPlace,
  { hash, at, row: { id } }: Placed,
): Promise<boolean> => {
  const { store } = inside;
  const holder = await store.holder(action, hash);
  if (holder && !holder.id.equals(id)) {
    const older = await placed(inside, action, next, holder);
    if (older && older.at <= at) return true;
    await store.setNext([{ id: holder.id, next: null }]);
  }
  await store.setNext([{ id, next: hash }]);
  // Whoever had it comes second, wherever the walk through the rows is by now.
  return holder !== null && !holder.id.equals(id);
};

/** The second index becomes the first; what has none is a second one of its address, or does not open. */
export const swap = async (uses: MoveUses, move: IndexMove, next: IndexPlace): Promise<void> => {
  const { action } = move;
  const all = await createIndexMoveStore(uses.knex).countRows(action);
  let done = 0;
  for (let after: Buffer | undefined = NOTHING; after;) {
    const from: Buffer = after;
    const rows = await within(uses, move, async (inside) => {
      const { store, ledger } = inside;
      const portion = await store.elsewhere(action, next, from, AT_ONCE);
      const ready = portion.flatMap(({ id, email_index_next: index }) =>
        index ? [{ id, index }] : [],
      );
      await store.setIndex(ready, next);
      let uncounted = 0;
      for (const row of portion.filter(({ email_index_next }) => email_index_next === null)) {
        const found = await placed(inside, action, next, row);
        const isSecondOne = found !== null && (await store.holder(action, found.hash)) !== null;
        if (found && !isSecondOne) await store.setIndex([{ id: row.id, index: found.hash }], next);
        else await store.dropIndex(row.id, isSecondOne);
        if (isSecondOne && row.state === 'counted') uncounted += 1;
      }
      if (uncounted > 0) await ledger.move(action, -uncounted);
      return portion;
    });
    done += rows.length;
    after = rows.at(-1)?.email_index;
    if (after) uses.told(action, 'swapping', done, all);
  }
};

/** Leaves no second index behind, and nothing that only the old key or table could make. */
export const clear = async (uses: MoveUses, move: IndexMove): Promise<void> => {
  const { action, index } = move;
  uses.told(action, 'clearing', 0, 0);
  while ((await within(uses, move, ({ store }) => store.clearNext(action, AT_ONCE))) > 0);
  // What waits or is on hold may be rejected, erased or exported, when the older one is gone.
  for (let after: Buffer | undefined = NOTHING; after;) {
    const from: Buffer = after;
    after = await within(uses, move, async ({ store, vault, hashes, suppressions }) => {
      const rows = await store.waitingElsewhere(action, index, from, AT_ONCE);
      for (const row of rows) {
        const { opened } = row.sealed
          ? await vault.openOrWhy(action, row.id, row.sealed)
          : { opened: null };
        const hash =
          opened === null ? null : hashes.of('suppression', index, action, personOf(opened).email);
        const moved = hash && { ...index, hash };
        // Whoever said "this was not me" of another mail is left in peace by the next table, too.
        if (moved && row.suppression) await suppressions.addAs(action, row.suppression, moved);
        await store.setSuppression(row.id, moved);
      }
      return rows.at(-1)?.id;
    });
  }
};
