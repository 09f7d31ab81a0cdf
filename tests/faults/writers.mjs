// @ts-check
/**
 * Supporters who sign without pause. Each keeps sending the same body until it is acknowledged, as
 * people do who saw no answer, and some send it again after that.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { empty } from './postbox.mjs';
import { Lost } from './supporters.mjs';

/**
 * @typedef {import('./stage.js').Place} Place
 * @typedef {import('./supporters.mjs').Supporters} Supporters
 * @typedef {import('./supporters.mjs').Answer} Answer
 * @typedef {import('./witness.mjs').Witness} Witness
 * @typedef {import('./witness.mjs').Entry} Entry
 * @typedef {{ entry: Entry, send: () => Promise<Answer> }} Deed
 * @typedef {ReturnType<typeof startWriters>} Writers
 */

const TRY_AGAIN_MS = 100;
const POST_MS = 250;
const SENDS_AGAIN = 0.1;
const ASKED_TO_CONFIRM = 0.25;

/**
 * @param {Place} place
 * @param {Supporters} supporters
 * @param {Witness} witness
 * @param {{ writers?: number }} [options]
 */
export const startWriters = ({ content, env }, supporters, witness, { writers = 32 } = {}) => {
  /** @type {import('./postbox.mjs').Link[]} */
  const links = [];
  let stopped = false;
  let held = false;
  let underWay = 0;
  let lostOnTheWay = 0;
  let lastAcknowledged = 0;

  /** @returns {Deed} */
  const nextDeed = () => {
    const link = links.shift();
    if (link)
      return {
        entry: witness.confirmation(content.confirmed, link.email),
        send: () => supporters.confirm(link.token),
      };
    const action = Math.random() < ASKED_TO_CONFIRM ? content.confirmed : content.atOnce;
    const email = `${randomUUID()}@example.org`;
    return {
      entry: witness.signature(action, email),
      send: () => supporters.sign(action, email),
    };
  };

  /** Whether it was acknowledged. @param {Deed} deed */
  const attempt = async ({ entry, send }) => {
    entry.sent += 1;
    underWay += 1;
    try {
      const taken = witness.take(entry, await send());
      if (taken) lastAcknowledged = performance.now();
      return taken;
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      if (error.code === 'NO_ANSWER') witness.note('no answer at all');
      if (error.sent) lostOnTheWay += 1;
      return false;
    } finally {
      underWay -= 1;
    }
  };

  const waitWhileHeld = async () => {
    while (held && !stopped) await sleep(10);
  };

  const write = async () => {
    while (!stopped) {
      const deed = nextDeed();
      const times = Math.random() < SENDS_AGAIN ? 2 : 1;
      for (let done = 0; done < times && !stopped;) {
        await waitWhileHeld();
        if (await attempt(deed)) done += 1;
        else await sleep(TRY_AGAIN_MS);
      }
    }
  };

  const readPost = async () => {
    while (!stopped) {
      const read = await empty(env.MAIL_DIR ?? '');
      links.push(...read);
      if (read.length === 0) await sleep(POST_MS);
    }
  };

  const running = Promise.all([readPost(), ...Array.from({ length: writers }, write)]);
  // Whoever stops the writers hears of it.
  running.catch(() => undefined);

  return {
    /** Connections lost after they stood: the node may or may not have stored what was sent. */
    get lostOnTheWay() {
      return lostOnTheWay;
    },
    /** When the next acknowledgement from now on arrives, in milliseconds. @param {number} patience */
    async acknowledgedAgain(patience) {
      const from = performance.now();
      while (lastAcknowledged <= from) {
        if (performance.now() - from > patience) return Infinity;
        await sleep(5);
      }
      return lastAcknowledged - from;
    },
    /** Runs `look` while nothing is under way. @template T @param {() => Promise<T>} look */
    async atRest(look) {
      held = true;
      try {
        while (underWay > 0) await sleep(5);
        return await look();
      } finally {
        held = false;
      }
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
};
