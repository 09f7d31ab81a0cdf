// @ts-check
/** Reading a whole campaign page, against a bare server that sends the same bytes and a populated `GET`. */
import { serveEcho } from '../contenders/echo.mjs';
import { servePluginPage } from '../contenders/plugin-page.mjs';
import { serveStockPage } from '../contenders/stock-page.mjs';
import { Disagreement } from '../disagreement.mjs';
import { requestOf } from '../server.mjs';
import { sideBySide } from '../side-by-side.mjs';

const plugin = { name: 'plugin', serve: servePluginPage };
const bare = { name: 'bare limit', serve: serveEcho('page') };
const stock = { name: 'stock content type', serve: serveStockPage };

/** Whoever sends a page without its parts is fast for nothing. */
const PARTS = [
  'reported to have been tortured to death',
  'Government of Russia',
  'Add your personal message',
  'e-mail newsletter',
  '2017 attacks',
  'Homophobic crackdown',
  'Thank you for taking action',
  'Amnesty International Canada',
  'candle',
];

const partsIn = (/** @type {Buffer} */ body) => {
  const text = body.toString();
  const missing = PARTS.filter((part) => !text.includes(part));
  if (missing.length > 0) throw new Disagreement(`A page lacks ${missing.join(', ')}.`);
  return PARTS.length;
};

/** @type {import('../row.js').Row} */
export const page = {
  title: 'Reading a whole campaign page',
  databases: ['sqlite'],
  sides: { plugin, bare, stock },
  async play(bench) {
    const ours = await bench.start(plugin);
    const limit = await bench.start(bare, undefined, ours.url + requestOf(ours, 'page').path);
    const theirs = await bench.start(stock);
    const players = [ours, limit, theirs].map((server) => ({
      server,
      request: requestOf(server, 'page'),
      total: partsIn,
      expectedTotal: PARTS.length,
    }));
    return sideBySide(bench, players, [
      { what: 'CPU against the bare limit', of: 'cpu', against: bare.name, least: 0.5 },
      { what: 'CPU against a fully populated read', of: 'cpu', against: stock.name, least: 20 },
    ]);
  },
};
