// @ts-check
/** Signing, against the bare limit and an entry of a content type. */
import { serveBareSign } from '../contenders/bare-sign.mjs';
import { startPluginAndLimit } from '../contenders/plugin-and-limit.mjs';
import { servePlugin } from '../contenders/plugin.mjs';
import { serveStockSignatures } from '../contenders/stock-signatures.mjs';
import { requestOf } from '../server.mjs';
import { sideBySide } from '../side-by-side.mjs';

/**
 * @typedef {import('../row.js').Row} Row
 * @typedef {import('../row.js').Server} Server
 * @typedef {import('../side-by-side.mjs').Player} Player
 */

/** Each leaves a mail to be written, and a turn is over when the last one is. */
const MOST_MAILS = 40_000;
const TIMES_STOCK = { sqlite: 40, postgres: 25 };

const LIMIT = 'bare limit';
const STOCK = 'stock content type';

/** @param {'none' | 'required'} rule @returns {Row['sides'] & Record<'plugin' | 'bare', import('../row.js').Side>} */
const sidesOf = (rule) => ({
  plugin: { name: 'plugin', serve: servePlugin(rule) },
  bare: { name: LIMIT, serve: serveBareSign(rule) },
});

const player = (
  /** @type {Server} */ server,
  /** @type {(accepted: number) => Record<string, number>} */ counts,
) => ({ server, request: requestOf(server, 'sign'), already: 1, most: MOST_MAILS, counts });

const againstLimit = /** @type {const} */ ({
  what: 'CPU against the bare limit',
  of: 'cpu',
  against: LIMIT,
  least: 0.6,
});

const counted = sidesOf('none');
const stock = { name: STOCK, serve: serveStockSignatures };

/** @type {Row} */
export const sign = {
  title: 'Signing, counted at once',
  databases: ['sqlite', 'postgres'],
  sides: { ...counted, stock },
  async play(bench) {
    const [ours, limit] = await startPluginAndLimit(bench, counted.plugin, counted.bare);
    const theirs = await bench.start(stock);
    let signed = 0;
    let generated = 0;
    const inBooks = (/** @type {number} */ accepted) => ({
      'rows in the register': accepted,
      'signatures in the ledger': accepted,
      submissions: 0,
    });
    /** @type {Player[]} */
    const players = [
      player(ours, (accepted) => ({ ...inBooks((signed = accepted)), mails: accepted })),
      player(limit, (accepted) => ({ ...inBooks(accepted), 'rows in the outbox': accepted })),
      {
        server: theirs,
        request: requestOf(theirs, 'sign'),
        async before() {
          generated += await theirs.ask('fill', { rows: signed });
        },
        counts: (accepted) => ({
          entries: generated + accepted,
          'entries of the petition': generated + accepted,
        }),
      },
    ];
    const least = TIMES_STOCK[bench.database];
    const outcome = await sideBySide(bench, players, [
      againstLimit,
      { what: 'CPU against the stock content type', of: 'cpu', against: STOCK, least },
    ]);
    const remark = `The plugin ended with ${signed} signatures; before each of its turns the stock content type was filled to as many entries as the plugin had.`;
    return { ...outcome, remarks: [remark] };
  },
};

const confirmed = sidesOf('required');

/** @type {Row} */
export const signAsked = {
  title: 'Signing, confirmation asked',
  databases: ['sqlite', 'postgres'],
  sides: confirmed,
  async play(bench) {
    const [ours, limit] = await startPluginAndLimit(bench, confirmed.plugin, confirmed.bare);
    const stored = (/** @type {number} */ accepted) => ({
      'rows in the register': 0,
      'signatures in the ledger': 0,
      submissions: accepted,
    });
    const players = [
      player(ours, (accepted) => ({ ...stored(accepted), mails: accepted })),
      player(limit, (accepted) => ({ ...stored(accepted), 'rows in the outbox': accepted })),
    ];
    return sideBySide(bench, players, [againstLimit]);
  },
};
