// @ts-check
/** Confirming, each link once. It stands beside signing, and has no target. */
import { servePlugin } from '../contenders/plugin.mjs';
import { requestOf } from '../server.mjs';
import { sideBySide } from '../side-by-side.mjs';
import { takeTurn } from '../turn.mjs';

const plugin = { name: 'plugin', serve: servePlugin('required') };

/** @type {import('../row.js').Row} */
export const confirm = {
  title: 'Confirming',
  databases: ['sqlite', 'postgres'],
  sides: { plugin },
  async play(bench) {
    const server = await bench.start(plugin);
    const amount = bench.quick ? 100 : 5000;
    /** For everybody who was mailed a link and has not followed it yet. */
    const bodies = async () => {
      await takeTurn(server, { request: requestOf(server, 'sign'), amount });
      const about = { purpose: 'confirm', table: 'campaign_actions_submissions', state: 'waiting' };
      /** @type {string[]} */
      const tokens = await server.ask('tokens', about);
      return tokens.map((token) => ({ data: { token } }));
    };
    const counts = (/** @type {number} */ accepted) => ({
      'rows in the register': accepted,
      'signatures in the ledger': accepted,
      submissions: accepted,
      mails: 2 * accepted,
    });
    const request = requestOf(server, 'confirm');
    return sideBySide(bench, [{ server, request, bodies, counts }], []);
  },
};
