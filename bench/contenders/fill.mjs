// @ts-check
/**
 * Signatures generated straight into the plugin's own tables: as many as nobody could send in the
 * time of a benchmark. Sealed data is random, which is what it looks like to a database.
 */

/**
 * @typedef {import('knex').Knex} Knex
 * @typedef {{ rows: number, actions: number }} Amount one action has half of the rows, or all
 */

const REGISTER = 'campaign_actions_register';
const SEALED_BYTES = 545;
const CONSENTS = JSON.stringify([
  {
    formVersion: 'f'.repeat(64),
    stated: false,
    locale: 'en',
    day: '2026-01-01',
    channel: 'web',
    consents: { newsletter: true },
  },
]);

const insertOf = (/** @type {{ random: (bytes: number) => string, numbers: string }} */ sql) => `
  insert into ${REGISTER} (id, state, action, channel, rule, locale, country, day, consents, sealed,
    email_index, index_key, index_table)
  select ${sql.random(16)}, 'counted',
    case when n % 2 = 0 or :others = 0 then :action else 'filler-' || (n / 2 % :others) end,
    'web', 'none', 'en', 'CA', '2026-01-01', :consents, ${sql.random(SEALED_BYTES)},
    ${sql.random(32)}, 'k1', 1
  from ${sql.numbers}`;

const fillSqlite = async (/** @type {Knex} */ knex, /** @type {object} */ values) => {
  const numbers = `(with recursive numbers (n) as (select 0 where :rows > 0 union all select n + 1 from numbers
    where n + 1 < :rows) select n from numbers)`;
  // Nobody else is connected, and whoever comes later finds a plain database file. The cache holds
  // the indexes, which are written to all over the place.
  for (const pragma of ['journal_mode = off', 'synchronous = off', 'cache_size = -3000000'])
    await knex.raw(`pragma ${pragma}`);
  await knex.raw(insertOf({ random: (bytes) => `randomblob(${bytes})`, numbers }), values);
  for (const pragma of ['cache_size = -2000', 'journal_mode = wal', 'synchronous = full'])
    await knex.raw(`pragma ${pragma}`);
};

const fillPostgres = async (/** @type {Knex} */ knex, /** @type {object} */ values) => {
  const numbers = 'generate_series(0, :rows - 1) n';
  /** Only its first 32 bytes are without repetition: more would take longer, and nothing compresses it. */
  const random = (/** @type {number} */ bytes) => {
    const uuid = `replace(gen_random_uuid() || '' || gen_random_uuid(), '-', '')`;
    return `substring(decode(repeat(${uuid}, ${Math.ceil(bytes / 32)}), 'hex') from 1 for ${bytes})`;
  };
  const [key, once] = [`${REGISTER}_pkey`, `${REGISTER}_once`];
  // An index is built faster than it is filled.
  await knex.raw(`alter table ${REGISTER} drop constraint ${key}, drop constraint ${once}`);
  await knex.raw(insertOf({ random, numbers }), values);
  await knex.raw(`alter table ${REGISTER} add constraint ${key} primary key (id),
    add constraint ${once} unique (action, email_index)`);
  await knex.raw(`vacuum analyze ${REGISTER}`);
};

/** @param {Knex} knex @param {string} action @param {Amount} amount */
export const fillRegister = async (knex, action, { rows, actions }) => {
  const others = actions - 1;
  const fill = process.env.DATABASE_CLIENT === 'sqlite' ? fillSqlite : fillPostgres;
  await fill(knex, { rows, others, action, consents: CONSENTS });
  /** @type {unknown} */
  const found = await knex('campaign_actions_policies').where({ action }).first();
  const policy = /** @type {{ locales: string }} */ (found);
  const copies = Array.from({ length: others }, (_, n) => ({
    ...policy,
    action: `filler-${n}`,
    locales: policy.locales.replaceAll('stop-the-attacks', `filler-${n}`),
  }));
  if (others > 0) await knex.batchInsert('campaign_actions_policies', copies, 20);
  await knex.raw(`insert into campaign_actions_ledger (action, signatures, shown, revision)
    select action, count(*), count(*), 1 from ${REGISTER} group by action`);
};
