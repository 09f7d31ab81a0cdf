import { type Connection, isSqlite } from '../database';
import { freshBytes } from '../privacy/random';
import { insertInto, run } from '../statement';
import type { RegisterRow } from './rows';
import { SHARED, numberOf, setAside } from './shared-columns';
import { REGISTER } from './tables';

/** What an address stands under: the one index, or while it is moved either. */
export type Address = Pick<RegisterRow, 'email_index' | 'email_index_next'>;

export interface RegisterStore {
  read(id: Buffer): Promise<RegisterRow | null>;
  /** The row of an address in an action. */
  find(action: string, address: Address): Promise<RegisterRow | null>;
  /** The same, kept as it is by others until the transaction ends. */
  lock(action: string, address: Address): Promise<RegisterRow | null>;
  /** Inserts those whose address is not in the action's register yet; answers their ids. */
  insertNew(rows: RegisterRow[]): Promise<Buffer[]>;
  setConsents(id: Buffer, consents: string): Promise<void>;
  /** Marks a row that does not open; false when it is marked already. */
  setAside(id: Buffer, why: string): Promise<boolean>;
  /** Deletes the row; answers what it was, or null when it was gone already. */
  remove(id: Buffer): Promise<RegisterRow | null>;
  countOf(action: string): Promise<number>;
}

const addressKey = (action: string, emailIndex: Buffer | null): string =>
  `${action}|${emailIndex?.toString('hex')}`;

const insertSignatures = insertInto<RegisterRow>(
  REGISTER,
  {
    ...SHARED,
    state: 'text',
    email_index: 'bytea',
    email_index_next: 'bytea',
    index_key: 'text',
    index_table: 'int',
    public_signature: 'text',
  },
  'on conflict do nothing returning id',
);

/** Without a second index the first is the only one that is looked for: one look into one index. */
const ofAddress = async <Row>(
  connection: Connection,
  columns: string,
  { action, email_index, email_index_next: next }: Address & { action: string },
  locking = '',
): Promise<Row | null> => {
  const text = `select ${columns} from ${REGISTER} where action = ?`;
  const found = next
    ? run<Row>(
        connection,
        `${text} and (email_index in (?, ?) or email_index_next in (?, ?)) ${locking}`,
        [action, email_index, next, email_index, next],
      )
    : run<Row>(connection, `${text} and email_index = ? ${locking}`, [action, email_index]);
  return (await found)[0] ?? null;
};

const REMOVE = `delete from ${REGISTER} where id = ?`;

/**
 * SQLite writes whole pages to the disk, and none for a row that is there already, which the time of
 * the answer would tell (T-21). So each repeat writes a row, under an id and an index that nobody has,
 * which is taken out again.
 *
 * @returns the ids of the new ones
 */
const insertAlike = async (connection: Connection, rows: RegisterRow[]): Promise<Buffer[]> => {
  const standing = new Set<string>();
  for (const row of rows) {
    if (await ofAddress(connection, 'id', row))
      standing.add(addressKey(row.action, row.email_index));
  }
  const fillers: Buffer[] = [];
  const written = rows.map((row) => {
    if (!standing.has(addressKey(row.action, row.email_index))) return row;
    const id = freshBytes(16);
    fillers.push(id);
    const next = row.email_index_next && freshBytes(32);
    return { ...row, id, email_index: freshBytes(32), email_index_next: next };
  });
  const inserted = await insertSignatures(connection, written);
  for (const id of fillers.length > 0 ? fillers : [freshBytes(16)])
    await run(connection, REMOVE, [id]);
  return inserted.flatMap(({ id }) => (fillers.some((filler) => filler.equals(id)) ? [] : [id]));
};

export const createRegisterStore = (connection: Connection): RegisterStore => ({
  async read(id) {
    const [row] = await run<RegisterRow>(connection, `select * from ${REGISTER} where id = ?`, [
      id,
    ]);
    return row ?? null;
  },
  find: (action, address) => ofAddress<RegisterRow>(connection, '*', { ...address, action }),
  lock(action, address) {
    // SQLite has one writer at a time, and that is us.
    const locking = isSqlite(connection) ? '' : 'for update';
    return ofAddress<RegisterRow>(connection, '*', { ...address, action }, locking);
  },
  async insertNew(rows) {
    if (rows.length === 0) return [];
    if (isSqlite(connection)) return insertAlike(connection, rows);
    return (await insertSignatures(connection, rows)).map(({ id }) => id);
  },
  async setConsents(id, consents) {
    await connection(REGISTER).where({ id }).update({ consents });
  },
  setAside: (id, why) => setAside(connection, REGISTER, id, why),
  async remove(id) {
    const sql = `delete from ${REGISTER} where id = ? returning *`;
    return (await run<RegisterRow>(connection, sql, [id]))[0] ?? null;
  },
  async countOf(action) {
    return numberOf(await connection(REGISTER).where({ action }).count({ n: '*' }).first());
  },
});
