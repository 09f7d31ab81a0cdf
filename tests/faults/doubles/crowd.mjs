// @ts-check
/** Puts signatures into the register that nobody could open: quicker than signing, where there are many. */
import { randomBytes } from 'node:crypto';

const AT_ONCE = 100;

/** @param {string} action @param {string} country */
const signature = (action, country) => ({
  id: randomBytes(16),
  action,
  state: 'counted',
  channel: 'import',
  rule: 'none',
  locale: 'en',
  country,
  day: '2026-03-02',
  consents: '[]',
  sealed: randomBytes(64),
  email_index: randomBytes(32),
  index_key: 'k1',
  index_table: 1,
});

/** @type {import('../serve.mjs').Double} */
export const play = (strapi) => {
  const { connection } = strapi.db;
  /** Every second one from each of two countries. */
  const fill = async (/** @type {{ action: string, count: number }} */ { action, count }) => {
    await connection.transaction(async (trx) => {
      for (let at = 0; at < count; at += AT_ONCE) {
        const rows = Array.from({ length: AT_ONCE }, (_, n) =>
          signature(action, n % 2 === 0 ? 'FR' : 'CA'),
        );
        await trx('campaign_actions_register').insert(rows);
      }
      await trx('campaign_actions_ledger').insert({ action, signatures: count, shown: count });
    });
    process.send?.('filled');
  };
  process.on(
    'message',
    (/** @type {{ action: string, count: number }} */ asked) => void fill(asked),
  );
};
