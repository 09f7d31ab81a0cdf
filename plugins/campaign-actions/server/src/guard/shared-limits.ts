import type * as IoRedis from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { load } from '../load';
import { type Limiter, type LimiterMaker, inMemory } from './limits';

/** Limits that several servers count together, in Redis or Valkey. */
export interface SharedLimits {
  make: LimiterMaker;
  /** Until then, and whenever it is away, this server counts for itself: nobody is refused for it. */
  connect(): void;
  close(): void;
}

/** Of a signature's time, at most; twice that of those that come just as it begins to hang. */
const LONGEST_MS = 100;
const LONGEST_PAUSE_MS = 5000;
/** How long this server counts alone once Redis has failed, before one request tries it again. */
const ALONE_MS = 1000;
const TOLD_EVERY_MS = 10_000;

class NotReady extends Error {
  override readonly name = 'NotReady';
}

/** @param told of trouble, every ten seconds at most while it lasts */
export const createSharedLimits = (url: string, told: (error: unknown) => void): SharedLimits => {
  const joins: ((client: IoRedis.Redis) => void)[] = [];
  let client: IoRedis.Redis | null = null;
  let quietUntil = 0;
  /** Null: it is connected. */
  let awaySince: number | null = null;
  /** Null: it answers. */
  let failedAt: number | null = null;
  let triedAt = 0;

  const tell = (error: unknown): void => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + TOLD_EVERY_MS;
    told(error);
  };

  /** A Redis that hangs must not cost everybody what it may cost one. */
  const mayTry = (): boolean => {
    const now = performance.now();
    if (client?.status !== 'ready') {
      awaySince ??= now;
      // One that is just connecting is no trouble; of one that takes us and drops us there is no error.
      if (now - awaySince > ALONE_MS) tell(new NotReady());
      return false;
    }
    awaySince = null;
    if (failedAt === null) return true;
    if (now - triedAt < ALONE_MS) return false;
    triedAt = now;
    return true;
  };

  const failed = (error: unknown): void => {
    failedAt = performance.now();
    triedAt = failedAt;
    tell(error);
  };

  /** What was asked before it failed, and came late, says nothing of now. */
  const answered = (askedAt: number): void => {
    if (failedAt !== null && askedAt > failedAt) failedAt = null;
  };

  return {
    make(options) {
      const { keyPrefix, points, duration } = options;
      const local = inMemory(options);
      let shared: Limiter | null = null;
      joins.push((storeClient) => {
        shared = new RateLimiterRedis({ keyPrefix, points, duration, storeClient });
      });
      const count = async (by: keyof Limiter, key: string) => {
        if (!shared || !mayTry()) return local[by](key);
        const askedAt = performance.now();
        try {
          const counted = await shared[by](key);
          answered(askedAt);
          return counted;
        } catch (error) {
          failed(error);
          return local[by](key);
        }
      };
      return {
        penalty: (key) => count('penalty', key),
        reward: (key) => count('reward', key),
      };
    },
    connect() {
      const { Redis } = load<typeof IoRedis>('ioredis');
      client = new Redis(url, {
        commandTimeout: LONGEST_MS,
        enableAutoPipelining: true,
        // What waits for a Redis that is away waits in vain.
        enableOfflineQueue: false,
        maxRetriesPerRequest: 0,
        retryStrategy: (tries) => Math.min(tries * 200, LONGEST_PAUSE_MS),
      });
      client.on('error', tell);
      for (const join of joins) join(client);
    },
    close() {
      // What it still says is of our leaving.
      quietUntil = Infinity;
      client?.disconnect();
    },
  };
};
