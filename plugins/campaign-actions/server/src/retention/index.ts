import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { durably, readDatabaseNow } from '../database';
import { fingerprint } from '../http/door';
import { createLeaseStore } from '../lease/store';
import { service } from '../plugin';
import { allPortions } from './portions';
import { type Erased, TURN_SECONDS, eraseWhatIsDue } from './run';
import { createTables } from './tables';

/** Erases what is kept no longer, about once an hour, on one node. */
export interface Retention {
  /**
   * Does it now.
   *
   * @param now instead of the database's clock
   * @returns null when another node has the lease
   */
  run(now?: Date): Promise<Erased | null>;
  start(): void;
  /** Resolves when the transaction that is under way has ended. */
  stop(): Promise<void>;
}

const LEASE = 'retention';
const HOUR_SECONDS = 3600;
/** How often each node looks whether it is its turn. */
const LOOK_MS = 60_000;

const retention = ({ strapi }: { strapi: Core.Strapi }): Retention => {
  const knex = strapi.db.connection;
  const holder = randomBytes(16).toString('hex');
  const portions = allPortions(service(strapi, 'operatorKeys').keyring);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  const withLease = <T>(deed: (leases: ReturnType<typeof createLeaseStore>) => Promise<T>) =>
    durably(knex, (trx) => deed(createLeaseStore(trx)));

  /** @param mine whether the lease may be taken that this node rests on after a run */
  const runOnce = async (now: Date | undefined, mine: boolean): Promise<Erased | null> => {
    if (stopped) return null;
    const taken = await withLease(
      async (leases) =>
        (await leases.take(LEASE, holder, TURN_SECONDS)) ||
        (mine && (await leases.renew(LEASE, holder, TURN_SECONDS))),
    );
    if (!taken) return null;
    const moment = {
      now: now ?? (await readDatabaseNow(knex)),
      usualMonths: options(strapi).retentionMonths,
    };
    const lease = { name: LEASE, holder };
    const erased = await eraseWhatIsDue({ knex, portions, lease, stopped: () => stopped }, moment);
    // Nobody's turn comes before the hour is over.
    await withLease((leases) => leases.renew(LEASE, holder, HOUR_SECONDS));
    return erased;
  };

  /** One after the other within this process. */
  const run = (now: Date | undefined, mine: boolean): Promise<Erased | null> => {
    const next = running.then(() => runOnce(now, mine));
    running = next.catch(() => undefined);
    return next;
  };

  const look = (): void => {
    run(undefined, false).catch((error: unknown) =>
      strapi.log.error(
        `[campaign-actions] Erasing what is kept no longer was interrupted and will be tried again: ${fingerprint(error)}`,
      ),
    );
  };

  return {
    run: (now) => run(now, true),
    start() {
      timer ??= setInterval(look, LOOK_MS).unref();
      look();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
      // Who never had it frees nothing; a database that is away forgets it by itself.
      if (timer) await withLease((leases) => leases.free(LEASE, holder)).catch(() => undefined);
    },
  };
};

export const retentionSlice: Slice = {
  createTables,
  services: { retention },
  bootstrap({ strapi }) {
    // Commands such as `strapi export` boot the plugin too, and must erase nothing.
    strapi.server.httpServer.once('listening', () => service(strapi, 'retention').start());
  },
  destroy: ({ strapi }) => service(strapi, 'retention').stop(),
};
