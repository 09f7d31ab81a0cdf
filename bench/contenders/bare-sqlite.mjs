// @ts-check
/** The bare limit's rows on SQLite, with the pragmas of the project's own `config/database.ts`. */
import Sqlite from 'better-sqlite3';
import { HISTORY, LEDGER, TALLIES, namesToTally } from './bare-statements.mjs';

const NOW = `cast(unixepoch('subsec') * 1000 as integer)`;

/**
 * @param {import('./bare-sign.mjs').About} about
 * @returns {import('./bare-sign.mjs').Store}
 */
export const openSqlite = (about) => {
  const db = new Sqlite(process.env.DATABASE_FILENAME);
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'secure_delete = ON',
    'cache_size = -32000',
  ])
    db.pragma(pragma);

  const isCounted = about.rule === 'none';
  const row = db.prepare(
    isCounted
      ? `insert into campaign_actions_register (id, action, channel, rule, locale, country, day,
          consents, sealed, state, email_index, index_key, index_table, network)
        values (?, ?, 'web', 'none', 'en', ?, ?, ?, ?, 'counted', ?, 'k1', 1, randomblob(8))
        on conflict do nothing`
      : `insert into campaign_actions_submissions (id, action, channel, rule, locale, country, day,
          consents, sealed, state, suppression, suppression_key,
          suppression_table, expires_on, network)
        values (?, ?, 'web', 'required', 'en', ?, ?, ?, ?, 'waiting', ?, 'k1', 1,
          '${about.expiresOn}', randomblob(8))`,
  );
  const outbox = db.prepare(
    `insert into campaign_actions_outbox (id, kind, action, row_id, sealed, attempts, due_at)
    values (?, ?, ?, ?, ?, 0, ${NOW})`,
  );
  const tally = db.prepare(TALLIES(['?', '?', '?', '?', '?', '?']));
  const history = db.prepare(HISTORY('unixepoch() / 3600', ['?', '?']));
  const ledger = db.prepare(LEDGER(['?', '?', '?']));

  const take = db.transaction((/** @type {import('./bare-sign.mjs').Signature[]} */ group) => {
    const { action, day, rule } = about;
    let counted = 0;
    for (const each of group) {
      const { changes } = row.run(
        each.id,
        action,
        each.country,
        day,
        each.consents,
        each.sealed,
        each.hash,
      );
      if (isCounted) counted += changes;
      const kind = rule === 'none' ? 'signed' : 'confirm';
      outbox.run(each.outboxId, kind, action, each.id, each.outboxSealed);
    }
    for (const [kind, name] of namesToTally)
      tally.run(action, day, kind, name, group.length, counted);
    if (counted === 0) return;
    history.run(action, counted);
    ledger.run(action, counted, counted);
  });

  return {
    read: (sql) => Promise.resolve(/** @type {object[]} */ (db.prepare(sql).all())),
    take: (group) => Promise.resolve(take.immediate(group)),
    close: () => Promise.resolve(void db.close()),
  };
};
