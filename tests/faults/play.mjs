// @ts-check
/** Plays cases one after the other, and says how far they are and how they ended. */
import { Failure } from './failure.mjs';
import { openPlaces } from './places.mjs';

/**
 * @typedef {import('./stage.js').Case} Case
 * @typedef {import('./stage.js').Client} Client
 * @typedef {{ title: string, kept: boolean, figures: string, seconds: number }} Outcome
 */

const TITLES = { sqlite: 'SQLite', postgres: 'PostgreSQL' };
const LOG_EVERY_MS = 30_000;

/** A moving line for a person, a line every half minute for a log. */
const reporter = (/** @type {string} */ title) => {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  let [latest, logged] = ['', start];
  const line = () => `… ${title} (${[`${seconds()} s`, latest].filter(Boolean).join(', ')})`;
  const draw = () => {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${line()}`);
    else if (Date.now() - logged >= LOG_EVERY_MS) {
      logged = Date.now();
      process.stdout.write(`${line()}\n`);
    }
  };
  if (!process.stdout.isTTY) process.stdout.write(`… ${title}\n`);
  const timer = setInterval(draw, 1000);
  return {
    tell: (/** @type {string} */ progress) => void (latest = progress),
    end: (/** @type {boolean} */ kept, /** @type {string} */ figures) => {
      clearInterval(timer);
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
      process.stdout.write(`${kept ? '✓' : '✗'} ${title} (${seconds()} s): ${figures}\n`);
      return seconds();
    },
  };
};

/**
 * @param {Case[]} cases
 * @param {Client} client
 * @param {string} folder of the run
 * @param {boolean} short
 * @returns {Promise<Outcome[]>}
 */
export const playAll = async (cases, client, folder, short) => {
  /** @type {Outcome[]} */
  const outcomes = [];
  const here = cases.filter(({ databases }) => databases.includes(client));
  if (here.length === 0) return [];
  const places = await openPlaces(client, folder);
  for (const { title, play } of here) {
    const named = `${title}, on ${TITLES[client]}`;
    const { tell, end } = reporter(named);
    const { place, postgres } = places;
    let [kept, figures] = [true, ''];
    try {
      figures = await play({ client, short, place, postgres, tell });
    } catch (error) {
      kept = false;
      figures =
        error instanceof Failure ? error.message : String(/** @type {Error} */ (error).stack);
    }
    outcomes.push({ title: named, kept, figures, seconds: end(kept, figures) });
  }
  await places.stop();
  return outcomes;
};
