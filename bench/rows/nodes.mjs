// @ts-check
/** Two nodes on one database, everybody signing the same action, against one of them alone. */
import os from 'node:os';
import { servePlugin } from '../contenders/plugin.mjs';
import { agree } from '../disagreement.mjs';
import { atLeast, reported, withSpread } from '../figures.mjs';
import { send } from '../sender.mjs';
import { requestOf } from '../server.mjs';
import { told } from '../told.mjs';
import { rest } from '../turn.mjs';

/** @typedef {import('../row.js').Server} Server */

const AMOUNT = { quick: 200, full: 20_000 };
/** With fewer, the nodes, the database and the sender share what one node could have had alone. */
const CORES_TO_JUDGE = 8;

const plugin = { name: 'plugin', serve: servePlugin('none') };

/** @returns {Promise<number>} requests a second */
const signOn = async (/** @type {Server[]} */ nodes, /** @type {number} */ amount) => {
  const start = performance.now();
  await Promise.all(
    nodes.map((node) =>
      send(node.url, { request: requestOf(node, 'sign'), amount: amount / nodes.length }),
    ),
  );
  return amount / ((performance.now() - start) / 1000);
};

/** @type {import('../row.js').Row} */
export const nodes = {
  title: 'Two nodes on one database, one action',
  databases: ['postgres'],
  sides: { plugin },
  async play(bench) {
    const home = await bench.home();
    const one = await bench.start(plugin, home);
    const two = await bench.start(plugin, home);
    const amount = bench.quick ? AMOUNT.quick : AMOUNT.full;
    let signed = 0;
    const turn = async (/** @type {Server[]} */ who) => {
      const perSecond = await signOn(who, amount);
      signed += amount;
      await rest(one);
      agree('two nodes', await one.ask('counts'), {
        'rows in the register': signed,
        'signatures in the ledger': signed,
        mails: signed,
      });
      for (const node of [one, two]) await told(node, signed);
      return perSecond;
    };

    for (const node of [one, two]) await turn([node]);
    /** @type {number[]} */
    const alone = [];
    /** @type {number[]} */
    const together = [];
    for (let round = 0; round < bench.turns; round += 1) {
      alone.push(await turn([one]));
      together.push(await turn([one, two]));
    }
    const ratios = together.map((perSecond, at) => perSecond / (alone[at] ?? NaN));
    const what = 'throughput, times that of one node';
    const cores = os.availableParallelism();
    return {
      claims: [
        { what: 'counter', target: 'exact', measured: `exact (${signed})`, met: true },
        cores < CORES_TO_JUDGE ? reported(what, ratios) : atLeast(what, ratios, 1.5),
      ],
      table: [
        ['', 'one node', 'two nodes', 'ratio'],
        ['requests/s', withSpread(alone), withSpread(together), withSpread(ratios)],
      ],
      remarks: [
        `After each turn both nodes were asked, and both counted every signature.`,
        ...(cores < CORES_TO_JUDGE
          ? [`The ratio is judged from ${CORES_TO_JUDGE} cores up; here are ${cores}.`]
          : []),
      ],
    };
  },
};
