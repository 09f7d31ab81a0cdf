import type { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
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
  const joins: ((client: Redis) => void)[] = [];
  let client: Redis | null = null;
  let closed = false;
  let quietUntil = 0;
  let aloneUntil = 0;

  const tell = (error: unknown): void => {
    if (Date.now() < quietUntil) return;
    quietUntil = Date.now() + TOLD_EVERY_MS;
    told(error);
  };

  /** The driver is loaded by those alone who have a Redis: it takes as long as a tenth of a start. */
  const open = async (): Promise<void> => {
    const { Redis } = await import('ioredis');
    if (closed) return;
    const opened = new Redis(url, {
      commandTimeout: LONGEST_MS,
      enableAutoPipelining: true,
      // What waits for a Redis that is away waits in vain.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      retryStrategy: (tries) => Math.min(tries * 200, LONGEST_PAUSE_MS),
    });
    client = opened;
    opened.on('error', tell);
    for (const join of joins) join(opened);
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
    connect: () => void open().catch(tell),
    close() {
      closed = true;
      client?.disconnect();
    },
  };
};
