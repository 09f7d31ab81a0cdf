// @ts-check
/** Redis stopped, hung, emptied and cut off while others sign. */
import { setTimeout as sleep } from 'node:timers/promises';
import { hasRedis, redisServer } from '../../redis-server.mjs';
import { Failure, expect } from '../failure.mjs';
import { openProxy } from '../proxy.mjs';
import { createSupporters } from '../supporters.mjs';
import { percentile } from '../witness.mjs';

/** @typedef {import('../stage.js').Case} Case */

const PER_SECOND = 50;
const [FULL_MS, SHORT_MS] = [30_000, 6000];
/** Of a signature's time, at most: design of the limits (`shared-limits.ts`). */
const MOST_ADDED_MS = 100;
/** Of a machine that does other things too. */
const SPREAD_MS = 50;
const BACK_WITHIN_MS = 10_000;
/** What one address may send in a minute before it is asked to pay, unless it is configured otherwise. */
const FREE = 10;
/** The share of a few thousand addresses that meet one of the few that have sent too much, and far more than that. */
const MOST_MET = 0.01;
const TOLD = 'Limits are counted by this server alone';
const TOLD_EVERY_MS = 10_000;

/** @type {Case} */
export const redis = {
  name: 'redis',
  title: 'Redis stopped, hung, emptied and cut off',
  databases: ['sqlite', 'postgres'],
  async play({ place: newPlace, short, tell }) {
    if (!hasRedis()) return 'skipped: there is no redis-server here';
    const place = await newPlace();
    const action = place.content.atOnce;
    const server = await redisServer();
    const wire = await openProxy(server.port);
    const node = await place.start({
      env: {
        REDIS_URL: `redis://127.0.0.1:${wire.port}`,
        CAMPAIGN_ACTIONS_RATE_LIMIT: 'on',
        PROXY_HOPS: '1',
      },
    });
    const supporters = createSupporters(node.port);
    let [sent, signed, networks] = [0, 0, 0];
    /** One that nobody had before. */
    const freshAddress = () => {
      networks += 1;
      return `10.${(networks >> 16) & 255}.${(networks >> 8) & 255}.${networks & 255}`;
    };
    const signOnce = async (from = freshAddress()) => {
      sent += 1;
      const answer = await supporters.signFrom(from, action, `redis-${sent}@example.org`);
      if (answer.status === 201) signed += 1;
      return answer;
    };
    /** At a steady rate, whatever becomes of Redis; answers how long a signature took. */
    const signFor = async (/** @type {number} */ ms) => {
      const signing = [];
      for (const end = performance.now() + ms; performance.now() < end;) {
        const one = signOnce();
        // Told to whoever waits for all of them.
        one.catch(() => undefined);
        signing.push(one);
        await sleep(1000 / PER_SECOND);
      }
      const answers = await Promise.all(signing);
      // Some meet an address of before in one of 16,384 buckets, and are asked to pay for it.
      const met = answers.filter(({ status }) => status === 428);
      const wrong = answers.filter(({ status }) => status !== 201 && status !== 428);
      expect(
        wrong.length === 0 && met.length <= answers.length * MOST_MET,
        `Of ${answers.length}, ${met.length} were asked to pay and ${wrong.length} got ${wrong[0]?.status}.`,
      );
      // Of the few of a short run, one hiccup of the machine is the slowest twentieth.
      return percentile(
        answers.map((each) => each.ms),
        short ? 0.5 : 0.95,
      );
    };
    /** How many one address may send before it is asked to pay, whoever counts it. */
    const freeFor = async () => {
      const from = freshAddress();
      const statuses = [];
      for (let at = 0; at < 2 * FREE; at += 1) statuses.push((await signOnce(from)).status);
      const wrong = statuses.find((status) => status !== 201 && status !== 428);
      expect(wrong === undefined, `Signing again and again from one address got ${wrong}.`);
      return statuses.filter((status) => status === 201).length;
    };
    /** Tried again, should an address have met another, or Redis have come or gone while it was counted. */
    const requireLimit = async (/** @type {string} */ how) => {
      const tries = [];
      while (tries.length < 3 && tries.at(-1) !== FREE) tries.push(await freeFor());
      expect(
        tries.at(-1) === FREE,
        `While Redis was ${how}, ${tries.join(', ')} from one address were taken before it was asked to pay.`,
      );
    };
    const inRedis = async () => Number((await server.ask('DBSIZE')).slice(1));
    /** What was asked of it while it was away may still come, and all at once: three in a row are new ones. */
    const untilBack = async () => {
      const from = performance.now();
      for (let grown = 0; grown < 3;) {
        const ms = performance.now() - from;
        expect(ms < BACK_WITHIN_MS, `After ${Math.round(ms)} ms it still counts alone.`);
        const before = await inRedis();
        await signOnce();
        grown = (await inRedis()) > before ? grown + 1 : 0;
      }
      return performance.now() - from;
    };
    const told = () => node.log().split(TOLD).length - 1;

    /** @type {[string, { away: () => unknown, back: () => unknown, isTold: boolean }][]} */
    const troubles = [
      ['stopped', { away: server.stop, back: server.start, isTold: true }],
      ['hung', { away: server.freeze, back: server.thaw, isTold: true }],
      ['emptied', { away: () => server.ask('FLUSHALL'), back: () => {}, isTold: false }],
      ['cut off', { away: () => wire.sever(), back: () => wire.mend(), isTold: true }],
    ];
    try {
      const ms = short ? SHORT_MS : FULL_MS;
      tell('signing as usual');
      await untilBack();
      await requireLimit('there');
      const usual = await signFor(ms);
      const figures = [`usually ${Math.round(usual)} ms`];
      for (const [name, { away, back, isTold }] of troubles) {
        tell(name);
        const before = told();
        await away();
        const took = await signFor(ms);
        await requireLimit(name);
        const lines = told() - before;
        expect((await supporters.ready()) === 'ready', `It was not ready while Redis was ${name}.`);
        await back();
        const backAfter = await untilBack();
        expect(
          took - usual <= MOST_ADDED_MS + SPREAD_MS,
          `While Redis was ${name}, a signature took ${Math.round(took)} ms instead of ${Math.round(usual)}.`,
        );
        // A machine that stands still for a tenth of a second is told of once, too.
        const [least, most] = isTold ? [short ? 0 : 1, 1 + Math.ceil(ms / TOLD_EVERY_MS)] : [0, 1];
        expect(
          lines >= least && lines <= most,
          `It said ${lines} times that Redis was ${name}, and not ${least} to ${most} times.`,
        );
        figures.push(
          `${name} ${Math.round(took)} ms, ${lines} lines of log, back after ${Math.round(backAfter)} ms`,
        );
      }
      const [row] = await place.look((query) =>
        query('select signatures from campaign_actions_ledger where action = ?', [action]),
      );
      expect(
        row?.signatures === signed,
        `Of ${signed} acknowledged ${String(row?.signatures)} count.`,
      );
      return `${signed} signed at ${PER_SECOND}/s, all counted once, ${short ? 'median' : 'p95'}: ${figures.join('; ')}`;
    } catch (error) {
      if (error instanceof Failure) throw new Failure(`${error.message}\n${node.log()}`);
      throw error;
    } finally {
      supporters.close();
      await node.kill();
      wire.close();
      server.thaw();
      await server.stop();
    }
  },
};
