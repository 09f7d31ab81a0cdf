// @ts-check
/**
 * One server's process: starts one side of a row and answers what the benchmark asks between the
 * turns. The end of the benchmark is also the end of this process.
 */
import { ROWS } from './rows/index.mjs';

/**
 * @typedef {import('./row.js').Place} Place
 * @typedef {{ what: string, about: unknown }} Question
 */

const [row = '', name = '', place = ''] = process.argv.slice(2);
const side = ROWS[row]?.sides[name];
if (!side) throw new Error(`There is no side ${name} of the row "${row}".`);

process.on('disconnect', () => process.exit(1));

/** @type {unknown} */
const parsed = JSON.parse(place);
const { url, requests, answers, stop } = await side.serve(/** @type {Place} */ (parsed));

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** @type {Record<string, (about: never) => unknown>} */
const all = { cpu, memory: () => process.memoryUsage().rss, ...answers };

const answer = async (/** @type {Question} */ { what, about }) => {
  try {
    return { answer: await all[what]?.(/** @type {never} */ (about)) };
  } catch (error) {
    return { error: String(/** @type {Error} */ (error).stack) };
  }
};

process.on('message', (/** @type {Question} */ question) => {
  if (question.what === 'stop') void stop().then(() => process.exit(0));
  else void answer(question).then((said) => process.send?.(said));
});
process.send?.({ answer: { url, requests } });
