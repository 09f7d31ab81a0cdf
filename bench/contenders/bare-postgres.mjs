// @ts-check
/** The bare limit's rows on PostgreSQL: one connection, named statements, one insert for a group. */
import pg from 'pg';
import { HISTORY, LEDGER, TALLIES, namesToTally } from './bare-statements.mjs';

/** @typedef {import('./bare-sign.mjs').Signature} Signature */

const REGISTER = `
  insert into campaign_actions_register (id, action, channel, rule, locale, country, day, consents,
    sealed, state, email_index, index_key, index_table, network)
  select id, $1, 'web', 'none', 'en', country, $2, consents, sealed, 'counted', hash, 'k1', 1,
    substring(hash from 1 for 8)
  from unnest($3::bytea[], $4::text[], $5::text[], $6::bytea[], $7::bytea[])
    as new (id, country, consents, sealed, hash)
  on conflict do nothing`;

const SUBMISSIONS = `
  insert into campaign_actions_submissions (id, action, channel, rule, locale, country, day,
    consents, sealed, state, suppression, suppression_key,
    suppression_table, expires_on, network)
  select id, $1, 'web', 'required', 'en', country, $2, consents, sealed, 'waiting', hash, 'k1', 1, $8,
    substring(hash from 1 for 8)
  from unnest($3::bytea[], $4::text[], $5::text[], $6::bytea[], $7::bytea[])
    as new (id, country, consents, sealed, hash)`;

const OUTBOX = `
  insert into campaign_actions_outbox (id, kind, action, row_id, sealed, attempts, due_at)
  select id, $1, $2, row_id, sealed, 0, now()
  from unnest($3::bytea[], $4::bytea[], $5::bytea[]) as new (id, row_id, sealed)`;

const HOUR = 'floor(extract(epoch from now()) / 3600)::integer';

/**
 * @param {import('./bare-sign.mjs').About} about
 * @returns {Promise<import('./bare-sign.mjs').Store>}
 */
export const openPostgres = async (about) => {
  const { env } = process;
  const client = new pg.Client({
    host: env.DATABASE_HOST,
    port: Number(env.DATABASE_PORT),
    database: env.DATABASE_NAME,
    user: env.DATABASE_USERNAME,
    password: env.DATABASE_PASSWORD,
  });
  await client.connect();
  await client.query('set synchronous_commit = on');

  const run = async (
    /** @type {string} */ name,
    /** @type {string} */ text,
    /** @type {unknown[]} */ values,
  ) => {
    const { rowCount } = await client.query({ name, text, values });
    return rowCount ?? 0;
  };

  const write = async (/** @type {Signature[]} */ group) => {
    const { action, day, expiresOn, rule } = about;
    const columns = [
      group.map(({ id }) => id),
      group.map(({ country }) => country),
      group.map(({ consents }) => consents),
      group.map(({ sealed }) => sealed),
      group.map(({ hash }) => hash),
    ];
    const counted =
      rule === 'none'
        ? await run('register', REGISTER, [action, day, ...columns])
        : await run('submissions', SUBMISSIONS, [action, day, ...columns, expiresOn]).then(() => 0);
    await run('outbox', OUTBOX, [
      rule === 'none' ? 'signed' : 'confirm',
      action,
      group.map(({ outboxId }) => outboxId),
      group.map(({ id }) => id),
      group.map(({ outboxSealed }) => outboxSealed),
    ]);
    const tally = TALLIES(['$1', '$2', '$3', '$4', '$5', '$6']);
    for (const [kind, name] of namesToTally)
      await run('tally', tally, [action, day, kind, name, group.length, counted]);
    if (counted === 0) return;
    await run('history', HISTORY(HOUR, ['$1', '$2']), [action, counted]);
    await run('ledger', LEDGER(['$1', '$2', '$3']), [action, counted, counted]);
  };

  return {
    async read(sql) {
      /** @type {{ rows: object[] }} */
      const { rows } = await client.query(sql);
      return rows;
    },
    async take(group) {
      await client.query('begin');
      try {
        await write(group);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
    },
    close: () => client.end(),
  };
};
