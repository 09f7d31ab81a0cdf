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

/** Of a signature's time, at most. */
const LONGEST_MS = 100;
const LONGEST_PAUSE_MS = 5000;
/** How long this server counts alone once Redis has failed, before one request tries it again. */
const ALONE_MS = 1000;
const TOLD_EVERY_MS = 10_000;

/** @param told of trouble, every ten seconds at most while it lasts */
export const createSharedLimits = (url: string, told: (error: unknown) => void): SharedLimits => {
  const joins: ((client: IoRedis.Redis) => void)[] = [];
  let client: IoRedis.Redis | null = null;
  let quietUntil = 0;
  let aloneUntil = 0;

  const tell = (error: unknown): void => {
    if (Date.now() < quietUntil) return;
    quietUntil = Date.now() + TOLD_EVERY_MS;
    told(error);
  };

  /** A Redis that hangs must not cost everybody what it may cost one. */
  const mayTry = (): boolean => {
    const now = Date.now();
    if (now < aloneUntil) return false;
    // Whoever tries it again: the others go on alone until that has come back.
    if (aloneUntil > 0) aloneUntil = now + ALONE_MS;
    return true;
  };

  return {
    make(options) {
      const { keyPrefix, points, duration } = options;
      const local = inMemory(options);
      let shared: Limiter | null = null;
      joins.push((storeClient) => {
        shared = new RateLimiterRedis({
          keyPrefix,
          points,
          duration,
          storeClient,
          rejectIfRedisNotReady: true,
        });
      });
      const count = async (by: keyof Limiter, key: string) => {
        if (!shared || !mayTry()) return local[by](key);
        try {
          const counted = await shared[by](key);
          aloneUntil = 0;
          return counted;
        } catch (error) {
          aloneUntil = Date.now() + ALONE_MS;
          tell(error);
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
    close: () => client?.disconnect(),
  };
};
