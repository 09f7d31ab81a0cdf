// @ts-check
/** PostgreSQL goes away under load: restarted, its backends terminated, connections cut in COMMIT. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Failure, expect } from '../failure.mjs';
import { openProxy } from '../proxy.mjs';
import { createSupporters } from '../supporters.mjs';
import { requireSound } from '../verdict.mjs';
import { createWitness } from '../witness.mjs';
import { startWriters } from '../writers.mjs';

/**
 * @typedef {import('../stage.js').Case} Case
 * @typedef {import('../stage.js').PostgresServer} PostgresServer
 * @typedef {import('../writers.mjs').Writers} Writers
 * @typedef {import('../proxy.mjs').Cut} Cut
 */

const FULL = { restarts: 50, terminations: 500, cuts: 100 };
const SHORT = { restarts: 3, terminations: 30, cuts: 10 };
const BACK_WITHIN_MS = 5000;
const CUT_WITHIN_MS = 10_000;
/** Fewer connections than faults: a slot lost at one of them would soon be missed. */
const POOL = { DATABASE_POOL_MIN: '1', DATABASE_POOL_MAX: '4' };

/** @param {Writers} writers @param {string} after */
const requireBack = async (writers, after) => {
  const ms = await writers.acknowledgedAgain(BACK_WITHIN_MS);
  expect(ms < BACK_WITHIN_MS, `Nothing was accepted within 5 s after ${after}.`);
  return ms;
};

/** Ends one backend of the nodes, whatever it is doing. @param {pg.Client} superuser @param {string} database */
const terminateOne = async (superuser, database) => {
  const { rowCount } = await superuser.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = $1 and pid <> pg_backend_pid() order by random() limit 1`,
    [database],
  );
  return rowCount ?? 0;
};

/** Connections that began something and left it: each would hold a slot, and perhaps locks, for good. */
const requireNothingLeftOpen = async (
  /** @type {pg.Client} */ superuser,
  /** @type {string} */ database,
) => {
  const { rowCount } = await superuser.query(
    `select 1 from pg_stat_activity where datname = $1 and state like 'idle in transaction%'
     and state_change < now() - interval '1 second'`,
    [database],
  );
  expect(rowCount === 0, `${rowCount} transactions were left open.`);
};

/** @param {string} url */
const asSuperuser = async (url) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};

/** @type {Case} */
export const lostDatabase = {
  name: 'lost-database',
  title: 'The database restarted and cut off under load',
  databases: ['postgres'],
  async play({ place: newPlace, postgres, short, tell }) {
    if (!postgres) throw new Failure('There is no PostgreSQL server to restart.');
    const wanted = short ? SHORT : FULL;
    const place = await newPlace();
    const database = place.env.DATABASE_NAME ?? '';
    const proxy = await openProxy(Number(place.env.DATABASE_PORT));
    const node = await place.start({ env: { ...POOL, DATABASE_PORT: String(proxy.port) } });
    const supporters = createSupporters(node.port);
    const witness = createWitness();
    const writers = startWriters(place, supporters, witness);
    let slowest = 0;
    const back = async (/** @type {string} */ after) => {
      slowest = Math.max(slowest, await requireBack(writers, after));
      tell(`${after}, ${witness.acknowledged} acknowledged`);
    };
    try {
      await writers.acknowledgedAgain(BACK_WITHIN_MS);
      for (let at = 1; at <= wanted.restarts; at += 1) {
        await sleep(Math.random() * 1000);
        await postgres.restart(at % 2 === 0 ? 'SIGINT' : 'SIGQUIT');
        await back(`restart ${at}`);
      }
      await writers.atRest(() => requireSound(place, witness));

      const superuser = await asSuperuser(postgres.url);
      for (let done = 0; done < wanted.terminations;) {
        await sleep(Math.random() * 100);
        done += await terminateOne(superuser, database);
        tell(`${done} backends terminated, ${witness.acknowledged} acknowledged`);
      }
      await back('the last termination');
      await writers.atRest(() => requireSound(place, witness));

      for (let at = 1; at <= wanted.cuts; at += 1) {
        proxy.arm(at % 2 === 0 ? 'before' : 'after');
        const from = performance.now();
        while (proxy.cuts < at) {
          expect(performance.now() - from < CUT_WITHIN_MS, 'Nothing was committed any more.');
          await sleep(5);
        }
        await back(`cut ${at} in COMMIT`);
      }
      const said = await writers.atRest(() => requireSound(place, witness));
      await requireNothingLeftOpen(superuser, database);
      await superuser.end();
      return (
        `${wanted.restarts} restarts, ${wanted.terminations} backends terminated, ` +
        `${wanted.cuts} commits cut, ${witness.acknowledged} acknowledged, ` +
        `${witness.unavailable} × 503, ${said}; accepted again after ${Math.round(slowest)} ms at most; ` +
        `no transaction left open`
      );
    } catch (error) {
      throw error instanceof Failure ? new Failure(`${error.message}\n${node.log()}`) : error;
    } finally {
      await writers.stop();
      supporters.close();
      await node.kill();
      proxy.close();
    }
  },
};
