import type { Connection } from '../database';
import { run } from '../statement';
import { MAIL_COUNTS } from './tables';

export interface MailCountStore {
  /** Until this transaction ends, whoever else counts waits: so buckets need no order of their own. */
  takeTurn(): Promise<void>;
  /** One more, unless there are as many as may be; false then. */
  take(bucket: Buffer, most: number, day: string): Promise<boolean>;
  /** One that was taken was not used. */
  giveBack(bucket: Buffer): Promise<void>;
  taken(bucket: Buffer): Promise<number>;
  /** Deletes what was counted on earlier days. */
  forgetBefore(day: string): Promise<void>;
}

/** A row that is never anybody's, and outlives every day. */
const TURN = Buffer.from('turn');
const NO_DAY = '9999-12-31';

const TAKE_TURN = `insert into ${MAIL_COUNTS} (bucket, day, taken) values (?, ?, 0)
  on conflict (bucket) do update set taken = 0`;

const TAKE = `insert into ${MAIL_COUNTS} (bucket, day, taken) values (?, ?, 1)
  on conflict (bucket) do update set taken = ${MAIL_COUNTS}.taken + 1
  where ${MAIL_COUNTS}.taken < ? returning taken`;

export const createMailCountStore = (connection: Connection): MailCountStore => ({
  async takeTurn() {
    await run(connection, TAKE_TURN, [TURN, NO_DAY]);
  },
  async take(bucket, most, day) {
    if (most < 1) return false;
    return (await run(connection, TAKE, [bucket, day, most])).length === 1;
  },
  async giveBack(bucket) {
    const sql = `update ${MAIL_COUNTS} set taken = taken - 1 where bucket = ? and taken > 0`;
    await run(connection, sql, [bucket]);
  },
  async taken(bucket) {
    const sql = `select taken from ${MAIL_COUNTS} where bucket = ?`;
    return (await run<{ taken: number }>(connection, sql, [bucket]))[0]?.taken ?? 0;
  },
  async forgetBefore(day) {
    await run(connection, `delete from ${MAIL_COUNTS} where day < ?`, [day]);
  },
});
