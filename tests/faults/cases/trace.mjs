// @ts-check
/** Whether the disk has a signature before its answer leaves, by the calls to the system. */
import { rm } from 'node:fs/promises';
import { expect } from '../failure.mjs';
import { race } from '../races.mjs';
import { createSupporters } from '../supporters.mjs';
import { acknowledgements, canTrace, tracing } from '../system-calls.mjs';
import { requireSound } from '../verdict.mjs';
import { createWitness } from '../witness.mjs';

/**
 * @typedef {import('../stage.js').Case} Case
 * @typedef {import('../stage.js').Place} Place
 * @typedef {import('../node.mjs').Double} Double
 */

const [FULL, SHORT] = [1000, 200];
/** So that some share a commit and some have one of their own. */
const AT_ONCE = 4;

/**
 * Signs so often at a node whose calls are noted.
 *
 * @param {Place} place
 * @param {number} times
 * @param {Double} [double]
 */
const signTraced = async (place, times, double) => {
  const { content, env } = place;
  const database = env.DATABASE_FILENAME ?? '';
  const file = `${database}.calls`;
  const node = await place.start({ through: tracing(file), double });
  const supporters = createSupporters(node.port, AT_ONCE);
  const witness = createWitness();
  try {
    await race(
      Array.from({ length: times }, (_, at) => at),
      async (at) => {
        const action = at % 2 === 0 ? content.atOnce : content.confirmed;
        const entry = witness.signature(action, `traced-${at}@example.org`);
        entry.sent = 1;
        expect(witness.take(entry, await supporters.sign(action, entry.email)), 'One was refused.');
      },
      AT_ONCE,
    );
  } finally {
    supporters.close();
    await node.stop();
  }
  const said = await requireSound(place, witness);
  const found = await acknowledgements(file, database);
  await rm(file);
  return { ...found, said };
};

/** @type {Case} */
export const trace = {
  name: 'trace',
  title: 'On the disk before the answer leaves',
  databases: ['sqlite', 'postgres'],
  async play({ client, place: newPlace, short, tell }) {
    if (client === 'postgres')
      return 'skipped: the server syncs, which a trace of the node does not show';
    if (!canTrace()) return 'skipped: there is no strace here, or it may not be used';
    const times = short ? SHORT : FULL;
    tell('signing');
    const { durable, early, said } = await signTraced(await newPlace(), times);
    expect(durable + early === times, `${times} answers, but ${durable + early} were traced.`);
    expect(early === 0, `${early} of ${times} answers left before the disk had them.`);
    tell('signing without syncs');
    const control = await signTraced(await newPlace(), times, 'unsynced');
    expect(
      control.early > times / 2,
      `Without syncs only ${control.early} of ${times} were found early: the trace is blind.`,
    );
    return (
      `${durable} answers, each after a sync of what was written since its request was read, ${said}; ` +
      `with synchronous=OFF ${control.early} of ${times} found early, as must be`
    );
  },
};
