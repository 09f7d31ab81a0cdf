// @ts-check
/** Reading a counter, against a bare server that sends the same bytes and the count of a content type. */
import { serveEcho } from '../contenders/echo.mjs';
import { servePlugin } from '../contenders/plugin.mjs';
import { serveStockSignatures } from '../contenders/stock-signatures.mjs';
import { requestOf } from '../server.mjs';
import { sideBySide } from '../side-by-side.mjs';
import { told } from '../told.mjs';

/**
 * @typedef {import('../row.js').Bench} Bench
 * @typedef {import('../row.js').Row} Row
 */

const STORED = 1000;

const plugin = { name: 'plugin', serve: servePlugin('none') };
const bare = { name: 'bare limit', serve: serveEcho('counter') };
const stock = { name: 'stock content type', serve: serveStockSignatures };

const totalOf = (/** @type {Buffer} */ body) => {
  /** @type {unknown} */
  const answer = JSON.parse(body.toString());
  return /** @type {{ data: { total: number } }} */ (answer).data.total;
};

const countOf = (/** @type {Buffer} */ body) => {
  /** @type {unknown} */
  const answer = JSON.parse(body.toString());
  return /** @type {{ meta: { pagination: { total: number } } }} */ (answer).meta.pagination.total;
};

const startFilled = async (/** @type {Bench} */ bench) => {
  const server = await bench.start(plugin);
  await server.ask('fill', { rows: STORED, actions: 1 });
  const { etag } = await told(server, STORED);
  return { server, etag };
};

/** @type {Row} */
export const counter = {
  title: 'Reading a counter',
  databases: ['sqlite'],
  sides: { plugin, bare, stock },
  async play(bench) {
    const { server: ours } = await startFilled(bench);
    const limit = await bench.start(bare, undefined, ours.url + requestOf(ours, 'counter').path);
    const theirs = await bench.start(stock);
    await theirs.ask('fill', { rows: STORED });
    const players = [
      { server: ours, total: totalOf },
      { server: limit, total: totalOf },
      { server: theirs, total: countOf },
    ].map((player) => ({
      ...player,
      request: requestOf(player.server, 'counter'),
      expectedTotal: STORED,
    }));
    return sideBySide(bench, players, [
      { what: 'CPU against the bare limit', of: 'cpu', against: bare.name, least: 0.7 },
      { what: 'CPU against the stock count', of: 'cpu', against: stock.name, least: 60 },
    ]);
  },
};

/** @type {Row} */
export const counterKnown = {
  title: 'Reading a counter that the client has',
  databases: ['sqlite'],
  sides: { plugin },
  async play(bench) {
    const { server, etag } = await startFilled(bench);
    const whole = requestOf(server, 'counter');
    const known = { ...whole, headers: { 'if-none-match': etag }, status: 304 };
    const without = 'without If-None-Match';
    const players = [
      { server, request: known, name: 'with If-None-Match' },
      { server, request: whole, name: without, total: totalOf, expectedTotal: STORED },
    ];
    return sideBySide(bench, players, [
      { what: 'CPU against a read of all of it', of: 'cpu', against: without, least: 0.95 },
    ]);
  },
};
