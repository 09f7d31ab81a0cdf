// @ts-check
/** From the start of a process until it listens, with the plugin and without. */
import { servePlugin } from '../contenders/plugin.mjs';
import { serveNothing } from '../contenders/stock-nothing.mjs';
import { atMost, withSpread } from '../figures.mjs';

const plugin = { name: 'with the plugin', serve: servePlugin('none') };
const nothing = { name: 'without', serve: serveNothing };

/** @type {import('../row.js').Row} */
export const boot = {
  title: 'Starting Strapi',
  databases: ['sqlite'],
  sides: { plugin, nothing },
  async play(bench) {
    const played = [];
    for (const side of [plugin, nothing]) {
      const home = await bench.home();
      const times = /** @type {number[]} */ ([]);
      const start = async () => {
        const server = await bench.start(side, home);
        await server.stop();
        return server.bootedIn / 1000;
      };
      // The first start makes the tables.
      await start();
      played.push({ start, times });
    }
    for (let round = 0; round < bench.turns; round += 1)
      for (const { start, times } of played) times.push(await start());
    const [ours = [], theirs = []] = played.map(({ times }) => times);
    const ratios = ours.map((time, at) => time / (theirs[at] ?? NaN));
    return {
      claims: [atMost('time, times that of Strapi without the plugin', ratios, 1.25)],
      table: [
        ['', plugin.name, nothing.name, 'ratio'],
        ['seconds', withSpread(ours), withSpread(theirs), withSpread(ratios)],
      ],
      remarks: [],
    };
  },
};
