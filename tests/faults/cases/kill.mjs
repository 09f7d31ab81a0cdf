// @ts-check
/** `kill -9` at random moments under load. */
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../free-port.mjs';
import { expect } from '../failure.mjs';
import { createSupporters } from '../supporters.mjs';
import { isSound, judge, requireSound } from '../verdict.mjs';
import { createWitness, percentile } from '../witness.mjs';
import { startWriters } from '../writers.mjs';

/**
 * @typedef {import('../stage.js').Case} Case
 * @typedef {import('../stage.js').Stage} Stage
 * @typedef {import('../node.mjs').Double} Double
 */

/** On each of the two databases. */
const FULL = { kills: 100, acknowledged: 50_000 };
const SHORT = { kills: 5, acknowledged: 500 };
/** However slow the machine is, it ends. */
const MOST_KILLS = 300;
const LONGEST_UNTIL_BACK_MS = 60_000;
/** However large the database has grown. */
const LONGEST_SIGN_MS = 10_000;

/** A node lives for at most so many acknowledgements, whatever the machine's pace, or so long. */
const [MOST_ACKNOWLEDGED, LONGEST_LIFE_MS] = [1200, 6000];

/** At some moment under load. @param {import('../witness.mjs').Witness} witness */
const someMoment = async (witness) => {
  const last = witness.acknowledged + Math.random() * MOST_ACKNOWLEDGED;
  const end = performance.now() + LONGEST_LIFE_MS;
  while (witness.acknowledged < last && performance.now() < end) await sleep(5);
  // Acknowledgements come in groups: somewhere between two of them.
  await sleep(Math.random() * 20);
};

/**
 * A node that is killed and started again, for as long as `goOn` says, under writers that never stop.
 *
 * @param {Stage} stage
 * @param {Double | undefined} double
 * @param {(round: { kills: number, place: import('../stage.js').Place, witness: import('../witness.mjs').Witness }) => Promise<boolean>} goOn
 *   asked at each start, while nothing is under way
 */
const killAgainAndAgain = async (stage, double, goOn) => {
  const place = await stage.place();
  const port = await freePort();
  const witness = createWitness();
  let node = await place.start({ port, double });
  const supporters = createSupporters(port);
  const writers = startWriters(place, supporters, witness);
  let [kills, slowest] = [0, 0];
  try {
    while (await writers.atRest(() => goOn({ kills, place, witness }))) {
      await someMoment(witness);
      await node.kill();
      kills += 1;
      const from = performance.now();
      node = await place.start({ port, double });
      const back = await writers.acknowledgedAgain(LONGEST_UNTIL_BACK_MS);
      expect(back < LONGEST_UNTIL_BACK_MS, `Nothing was accepted any more.\n${node.log()}`);
      slowest = Math.max(slowest, performance.now() - from);
      stage.tell(`${kills} kills, ${witness.acknowledged} acknowledged`);
    }
  } finally {
    await writers.stop();
    supporters.close();
    await node.kill();
  }
  return { kills, witness, slowest, lostOnTheWay: writers.lostOnTheWay };
};

/** @type {Case} */
export const kill = {
  name: 'kill',
  title: 'Killed at random under load',
  databases: ['sqlite', 'postgres'],
  async play(stage) {
    const wanted = stage.short ? SHORT : FULL;
    let said = '';
    const { kills, witness, slowest, lostOnTheWay } = await killAgainAndAgain(
      stage,
      undefined,
      async (round) => {
        said = await requireSound(round.place, round.witness);
        const enough =
          round.kills >= wanted.kills && round.witness.acknowledged >= wanted.acknowledged;
        return !enough && round.kills < MOST_KILLS;
      },
    );
    const { acknowledged, times } = witness;
    const longest = percentile(times, 1);
    expect(acknowledged >= wanted.acknowledged, `Only ${acknowledged} were acknowledged.`);
    expect(longest < LONGEST_SIGN_MS, `A signature took ${Math.round(longest)} ms.`);
    return (
      `${kills} kills, ${lostOnTheWay} answers lost and sent again, ${acknowledged} acknowledged, ${said}; ` +
      `signing again ${(slowest / 1000).toFixed(1)} s after a start at most; ` +
      `p99 ${Math.round(percentile(times, 0.99))} ms, longest ${Math.round(longest)} ms`
    );
  },
};

const MOST_BLIND_KILLS = 25;

/** The same check must find a ledger that moves apart from the signatures, or it finds nothing. */
/** @type {Case} */
export const blind = {
  name: 'blind',
  title: 'The check notices a ledger that moves in a transaction of its own',
  databases: ['sqlite', 'postgres'],
  async play(stage) {
    let drift = 0;
    const { kills } = await killAgainAndAgain(stage, 'ledger-apart', async (round) => {
      const verdict = await judge(round.place, round.witness);
      drift = verdict.drift;
      return isSound(verdict) && round.kills < MOST_BLIND_KILLS;
    });
    expect(drift > 0, `After ${kills} kills the check still saw no drift: it is blind.`);
    return `drift ${drift} seen after ${kills} kills`;
  },
};
