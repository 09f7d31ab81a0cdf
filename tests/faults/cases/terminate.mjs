// @ts-check
/** SIGTERM while supporters keep arriving at a steady rate. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '../failure.mjs';
import { createSupporters, Lost } from '../supporters.mjs';
import { requireSound } from '../verdict.mjs';
import { createWitness } from '../witness.mjs';

/**
 * @typedef {import('../stage.js').Case} Case
 * @typedef {import('../stage.js').Place} Place
 * @typedef {import('../witness.mjs').Entry} Entry
 * @typedef {import('../witness.mjs').Witness} Witness
 * @typedef {import('../supporters.mjs').Supporters} Supporters
 */

const [FULL, SHORT] = [25, 3];
const PER_SECOND = 200;
const TICK_MS = 20;
const DRAINED_WITHIN_MS = 10_000;
const CONNECTIONS = 200;

/**
 * One supporter after the other, whatever becomes of those before.
 *
 * @param {Place} place
 * @param {Supporters} supporters
 * @param {Witness} witness
 */
const arrive = ({ content }, supporters, witness) => {
  /** @type {Set<Promise<void>>} */
  const underWay = new Set();
  /** @type {Entry[]} whose connection was lost after it stood */
  const lost = [];
  let refused = 0;
  const come = async () => {
    const action = Math.random() < 0.25 ? content.confirmed : content.atOnce;
    const entry = witness.signature(action, `${randomUUID()}@example.org`);
    entry.sent = 1;
    try {
      witness.take(entry, await supporters.sign(action, entry.email));
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      if (error.sent) lost.push(entry);
      else refused += 1;
    }
  };
  let [came, over] = [0, false];
  const start = performance.now();
  const running = (async () => {
    for (; !over; await sleep(TICK_MS))
      for (; came < ((performance.now() - start) * PER_SECOND) / 1000; came += 1) {
        const coming = come().finally(() => underWay.delete(coming));
        underWay.add(coming);
      }
    await Promise.all(underWay);
  })();
  return {
    lost,
    refused: () => refused,
    async stop() {
      over = true;
      await running;
    },
  };
};

/** Those among them that are stored although their sender was never told. @param {Place} place @param {Entry[]} entries */
const stored = ({ look, keys, content }, entries) =>
  look(async (query) => {
    let found = 0;
    for (const { action, email } of entries) {
      const [sql, mark] =
        action === content.atOnce
          ? ['select 1 from campaign_actions_register where email_index = ?', keys.index]
          : ['select 1 from campaign_actions_submissions where suppression = ?', keys.suppression];
      const rows = await query(sql, [Buffer.from(mark(action, email), 'hex')]);
      found += rows.length;
    }
    return found;
  });

/** The signal has reached it by then. */
const NOTICED_WITHIN_MS = 100;

/**
 * What it says of itself after its signal, until it takes no more questions.
 *
 * @param {Supporters} supporters
 * @param {Promise<unknown>} ended
 */
const askUntilEnded = async (supporters, ended) => {
  const said = { ready: 0, stopping: 0 };
  let over = false;
  void ended.then(() => (over = true));
  await sleep(NOTICED_WITHIN_MS);
  for (; !over; await sleep(10)) {
    const answer = await supporters.ready().catch(() => null);
    if (answer === 'ready') said.ready += 1;
    if (answer === 'stopping') said.stopping += 1;
  }
  return said;
};

/** @type {Case} */
export const terminate = {
  name: 'terminate',
  title: 'SIGTERM under load',
  databases: ['sqlite', 'postgres'],
  async play({ place: newPlace, short, tell }) {
    const place = await newPlace();
    const rounds = short ? SHORT : FULL;
    const witness = createWitness();
    let [slowest, refused, reset, told, said] = [0, 0, 0, 0, ''];
    for (let round = 1; round <= rounds; round += 1) {
      const node = await place.start();
      const supporters = createSupporters(node.port, CONNECTIONS);
      const arriving = arrive(place, supporters, witness);
      try {
        await sleep(500 + Math.random() * 1000);
        expect((await supporters.ready()) === 'ready', 'The node was not ready under load.');
        node.signal('SIGTERM');
        const from = performance.now();
        const asking = askUntilEnded(supporters, node.ended);
        const code = await Promise.race([node.ended, sleep(3 * DRAINED_WITHIN_MS, 'still there')]);
        const ms = performance.now() - from;
        expect(code === 0, `The node's end was ${code}.\n${node.log()}`);
        expect(ms < DRAINED_WITHIN_MS, `The node took ${Math.round(ms)} ms to end.`);
        slowest = Math.max(slowest, ms);
        const { ready, stopping } = await asking;
        expect(!ready, 'After its signal the node still called itself ready.');
        told += stopping;
      } finally {
        await arriving.stop();
        supporters.close();
        await node.kill();
      }
      const untold = await stored(place, arriving.lost);
      expect(untold === 0, `${untold} accepted posts were reset.\n${node.log()}`);
      said = await requireSound(place, witness);
      refused += arriving.refused();
      reset += arriving.lost.length;
      tell(`${round} of ${rounds}, ${witness.acknowledged} acknowledged`);
    }
    expect(told > 0, 'Nobody was told that the node was stopping.');
    expect(witness.acknowledged > rounds * 10, 'Hardly anybody was served before the signals.');
    return (
      `${rounds} signals at ${PER_SECOND}/s, ${witness.acknowledged} acknowledged, ${said}; ` +
      `no accepted post reset, not ready at once; after the signal ${witness.unavailable} × 503, ${refused} refused, ` +
      `${reset} closed unread; ended by itself with code 0 after ${Math.round(slowest)} ms at most`
    );
  },
};
