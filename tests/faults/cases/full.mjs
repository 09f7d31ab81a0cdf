// @ts-check
/** A database that may not grow any more, as on a full disk. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, expect } from '../failure.mjs';
import { createSupporters } from '../supporters.mjs';
import { requireSound } from '../verdict.mjs';
import { createWitness } from '../witness.mjs';
import { startWriters } from '../writers.mjs';

/** @typedef {import('../stage.js').Case} Case */

const BACK_WITHIN_MS = 5000;
const LOAD_MS = 2000;
const REFUSALS = 200;
const LONGEST_FILL_MS = 60_000;

/**
 * It asks its database every other second at most.
 *
 * @param {import('../supporters.mjs').Supporters} supporters
 * @param {string} wanted
 */
const untilSays = async (supporters, wanted) => {
  const end = performance.now() + BACK_WITHIN_MS;
  let said = await supporters.ready();
  for (; said !== wanted && performance.now() < end; said = await supporters.ready())
    await sleep(100);
  expect(said === wanted, `It says "${said}" of itself, not "${wanted}".`);
};

/** @type {Case} */
export const full = {
  name: 'full',
  title: 'A full database',
  databases: ['sqlite'],
  async play({ place: newPlace, short, tell }) {
    const place = await newPlace();
    const rounds = short ? 2 : 10;
    const node = await place.start({ double: 'pages' });
    const supporters = createSupporters(node.port);
    const witness = createWitness();
    const writers = startWriters(place, supporters, witness);
    let [slowest, said] = [0, ''];
    try {
      for (let round = 1; round <= rounds; round += 1) {
        await sleep(LOAD_MS);
        await node.ask('full');
        // Pages that mails gave back are still used up first.
        const before = witness.unavailable;
        const from = performance.now();
        while (witness.unavailable < before + REFUSALS) {
          expect(performance.now() - from < LONGEST_FILL_MS, 'The database never became full.');
          await sleep(20);
        }
        await writers.atRest(async () => {
          await requireSound(place, witness);
          await untilSays(supporters, 'database');
        });
        await node.ask('room');
        const ms = await writers.acknowledgedAgain(BACK_WITHIN_MS);
        expect(ms < BACK_WITHIN_MS, 'Nothing was accepted within 5 s after there was room again.');
        slowest = Math.max(slowest, ms);
        await untilSays(supporters, 'ready');
        tell(`${round} of ${rounds}, ${witness.acknowledged} acknowledged`);
      }
      said = await writers.atRest(() => requireSound(place, witness));
    } catch (error) {
      throw error instanceof Failure ? new Failure(`${error.message}\n${node.log()}`) : error;
    } finally {
      await writers.stop();
      supporters.close();
      await node.kill();
    }
    return (
      `full ${rounds} times, ${witness.acknowledged} acknowledged, ${witness.unavailable} × 503 and no other error, ` +
      `${said}; accepted again after ${Math.round(slowest)} ms at most, without a restart; not ready meanwhile`
    );
  },
};
