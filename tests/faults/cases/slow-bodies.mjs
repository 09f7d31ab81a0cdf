// @ts-check
/** Five hundred connections whose bodies never end (T-51). */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '../failure.mjs';
import { createSupporters } from '../supporters.mjs';
import { createWitness, percentile } from '../witness.mjs';
import { requireSound } from '../verdict.mjs';

/**
 * @typedef {import('../stage.js').Case} Case
 * @typedef {{ status: string, after: number }} End
 */

const SOCKETS = 500;
const DEADLINE_MS = 10_000;
/** Timers of a busy process are late, and five hundred answers take a moment. */
const LATE_MS = 5000;
const DRIP_MS = 1000;
const PER_SECOND = 50;
const MEASURED_MS = 8000;
/** Below this, what a machine does besides decides more than the sockets do. */
const BEYOND_NOISE_MS = 20;

/** Sends a head and then a byte a second, until it is answered and closed. @param {number} port @param {string} action @returns {Promise<End>} */
const drip = async (port, action) => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const from = performance.now();
  let answer = '';
  socket.on('data', (chunk) => void (answer += chunk.toString()));
  socket.on('error', () => undefined);
  socket.write(
    `POST /api/campaign-actions/actions/${action}/signatures HTTP/1.1\r\nHost: act.example.org\r\n` +
      `Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
  );
  const dripping = setInterval(() => socket.write(' '), DRIP_MS);
  await Promise.race([
    new Promise((resolve) => socket.once('close', resolve)),
    sleep(DEADLINE_MS + 4 * LATE_MS),
  ]);
  clearInterval(dripping);
  socket.destroy();
  return { status: answer.slice(9, 12), after: performance.now() - from };
};

/** @type {Case} */
export const slowBodies = {
  name: 'slow-bodies',
  title: 'Five hundred bodies that never end',
  databases: ['sqlite'],
  async play({ place: newPlace, short, tell }) {
    const place = await newPlace();
    const { atOnce } = place.content;
    const node = await place.start();
    const supporters = createSupporters(node.port);
    const witness = createWitness();

    /** Signs at a steady rate; answers the 95th percentile. */
    const p95 = async () => {
      /** @type {Promise<number>[]} */
      const signing = [];
      for (const end = performance.now() + MEASURED_MS; performance.now() < end;) {
        const entry = witness.signature(atOnce, `${randomUUID()}@example.org`);
        entry.sent = 1;
        signing.push(
          supporters.sign(atOnce, entry.email).then((answer) => {
            witness.take(entry, answer);
            return answer.ms;
          }),
        );
        await sleep(1000 / PER_SECOND);
      }
      return percentile(await Promise.all(signing), 0.95);
    };

    try {
      tell('warming up');
      await p95();
      tell('measuring without them');
      const before = await p95();
      tell('measuring with them');
      const dripping = Promise.all(Array.from({ length: SOCKETS }, () => drip(node.port, atOnce)));
      const during = await p95();
      const ends = await dripping;
      const wrong = ends.filter(({ status }) => status !== '408');
      const latest = Math.max(...ends.map(({ after }) => after));
      expect(wrong.length === 0, `${wrong.length} of ${SOCKETS} did not get 408.`);
      expect(latest < DEADLINE_MS + LATE_MS, `One was closed after ${Math.round(latest)} ms only.`);
      const limit = Math.max(2 * before, BEYOND_NOISE_MS);
      const times = `p95 ${before.toFixed(1)} ms without them, ${during.toFixed(1)} ms with them`;
      // How fast it is says something only where nothing else runs: a change is tested anywhere.
      expect(short || during < limit, `The others waited: ${times}.`);
      const said = await requireSound(place, witness);
      expect(witness.unavailable === 0, `${witness.unavailable} of the others got 503.`);
      return `${SOCKETS} × 408, all closed after ${Math.round(latest)} ms; others: ${times}, ${said}`;
    } finally {
      supporters.close();
      await node.kill();
    }
  },
};
