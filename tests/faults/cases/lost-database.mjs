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
 * @typedef {(after: string) => Promise<void>} Back waits until something is accepted again
 */

const FULL = { restarts: 50, terminations: 500, cuts: 100 };
const SHORT = { restarts: 3, terminations: 30, cuts: 10 };
const BACK_WITHIN_MS = 5000;
const LOOK_EVERY = 10;
const CUT_WITHIN_MS = 10_000;
/** Fewer connections than faults: a slot lost at one of them would soon be missed. */
const POOL = { DATABASE_POOL_MIN: '1', DATABASE_POOL_MAX: '4' };

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

/** @template T @param {string} url @param {(client: pg.Client) => Promise<T>} deed */
const asSuperuser = async (url, deed) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await deed(client);
  } finally {
    await client.end();
  }
};

/** @param {PostgresServer} postgres @param {number} times @param {Back} back */
const restart = async (postgres, times, back) => {
  for (let at = 1; at <= times; at += 1) {
    await sleep(Math.random() * 1000);
    await postgres.restart(at % 2 === 0 ? 'SIGINT' : 'SIGQUIT');
    await back(`restart ${at}`);
  }
};

/** @param {pg.Client} superuser @param {string} database @param {number} times @param {Back} back */
const terminateBackends = async (superuser, database, times, back) => {
  for (let done = 0; done < times;) {
    for (const next = Math.min(done + LOOK_EVERY, times); done < next;) {
      await sleep(Math.random() * 50);
      const terminated = await terminateOne(superuser, database);
      done += terminated;
      if (terminated === 0) await back('backends were gone');
    }
    await back(`${done} backends terminated`);
  }
};

/** @param {import('../proxy.mjs').Proxy} proxy @param {number} times @param {Back} back */
const cutCommits = async (proxy, times, back) => {
  for (let at = 1; at <= times; at += 1) {
    proxy.arm(at % 2 === 0 ? 'before' : 'after');
    const from = performance.now();
    while (proxy.cuts < at) {
      expect(performance.now() - from < CUT_WITHIN_MS, 'Nothing was committed any more.');
      await sleep(5);
    }
    await back(`cut ${at} in COMMIT`);
  }
};

/** @type {Case} */
export const lostDatabase = {
  name: 'lost-database',
  title: 'The database restarted and cut off under load',
  databases: ['postgres'],
  async play({ place: newPlace, postgres, short, tell }) {
    if (!postgres) throw new Failure('There is no PostgreSQL server to restart.');
    const { restarts, terminations, cuts } = short ? SHORT : FULL;
    const place = await newPlace();
    const database = place.env.DATABASE_NAME ?? '';
    const proxy = await openProxy(Number(place.env.DATABASE_PORT));
    const node = await place.start({ env: { ...POOL, DATABASE_PORT: String(proxy.port) } });
    const supporters = createSupporters(node.port);
    const witness = createWitness();
    const writers = startWriters(place, supporters, witness);
    let slowest = 0;
    /** @type {Back} */
    const back = async (after) => {
      const ms = await writers.acknowledgedAgain(BACK_WITHIN_MS);
      expect(ms < BACK_WITHIN_MS, `Nothing was accepted within 5 s after ${after}.`);
      slowest = Math.max(slowest, ms);
      tell(`${after}, ${witness.acknowledged} acknowledged`);
    };
    const requireSoundNow = () => writers.atRest(() => requireSound(place, witness));
    try {
      await back('the start');
      await restart(postgres, restarts, back);
      await requireSoundNow();
      const said = await asSuperuser(postgres.url, async (superuser) => {
        await terminateBackends(superuser, database, terminations, back);
        await requireSoundNow();
        await cutCommits(proxy, cuts, back);
        await requireNothingLeftOpen(superuser, database);
        return requireSoundNow();
      });
      return (
        `${restarts} restarts, ${terminations} backends terminated, ${cuts} commits cut, ` +
        `${witness.acknowledged} acknowledged, ${witness.unavailable} × 503 and no other error, ${said}; ` +
        `accepted again after ${Math.round(slowest)} ms at most, no transaction left open`
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
