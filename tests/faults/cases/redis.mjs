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
    let signed = 0;
    /** From an address that nobody had before. */
    const signOnce = () => {
      signed += 1;
      const from = `10.${(signed >> 16) & 255}.${(signed >> 8) & 255}.${signed & 255}`;
      return supporters.signFrom(from, action, `redis-${signed}@example.org`);
    };
    /** At a steady rate, whatever becomes of Redis; answers what nineteen of twenty took at most. */
    const signFor = async (/** @type {number} */ ms) => {
      const signing = [];
      for (const end = performance.now() + ms; performance.now() < end;) {
        signing.push(signOnce());
        await sleep(1000 / PER_SECOND);
      }
      const answers = await Promise.all(signing);
      const wrong = answers.filter(({ status }) => status !== 201);
      expect(wrong.length === 0, `${wrong.length} of ${answers.length} got ${wrong[0]?.status}.`);
      return percentile(
        answers.map((each) => each.ms),
        0.95,
      );
    };
    const countedInRedis = async () => (await server.ask('DBSIZE')) !== ':0';
    const untilBack = async () => {
      await server.ask('FLUSHALL');
      const from = performance.now();
      while (!(await countedInRedis())) {
        const ms = performance.now() - from;
        expect(ms < BACK_WITHIN_MS, `After ${Math.round(ms)} ms it still counts alone.`);
        await signOnce();
      }
      return performance.now() - from;
    };
    const told = () => node.log().split(TOLD).length - 1;

    /** @type {[string, { away: () => unknown, back: () => unknown }][]} */
    const troubles = [
      ['stopped', { away: server.stop, back: server.start }],
      ['hung', { away: server.freeze, back: server.thaw }],
      ['emptied', { away: () => server.ask('FLUSHALL'), back: () => {} }],
      ['cut off', { away: () => wire.sever(), back: () => wire.mend() }],
    ];
    try {
      const ms = short ? SHORT_MS : FULL_MS;
      tell('signing as usual');
      await untilBack();
      const usual = await signFor(ms);
      const figures = [`usual p95 ${Math.round(usual)} ms`];
      for (const [name, { away, back }] of troubles) {
        tell(name);
        const before = told();
        await away();
        const p95 = await signFor(ms);
        const lines = told() - before;
        expect((await supporters.ready()) === 'ready', `It was not ready while Redis was ${name}.`);
        await back();
        const backAfter = await untilBack();
        // Of the few of a short run, one hiccup of the machine is the slowest twentieth.
        expect(
          short || p95 - usual <= MOST_ADDED_MS + SPREAD_MS,
          `While Redis was ${name}, a signature took ${Math.round(p95)} ms instead of ${Math.round(usual)}.`,
        );
        const most = 1 + Math.ceil(ms / TOLD_EVERY_MS);
        expect(lines <= most, `It said ${lines} times that Redis was ${name}.`);
        figures.push(
          `${name} p95 ${Math.round(p95)} ms, ${lines} lines of log, back after ${Math.round(backAfter)} ms`,
        );
      }
      const [row] = await place.look((query) =>
        query('select signatures from campaign_actions_ledger where action = ?', [action]),
      );
      expect(
        row?.signatures === signed,
        `Of ${signed} acknowledged ${String(row?.signatures)} count.`,
      );
      return `${signed} signed at ${PER_SECOND}/s, all counted once: ${figures.join('; ')}`;
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
