import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { LimiterMaker } from './limits';

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
const TOLD_EVERY_MS = 10_000;

/** @param told of trouble, every ten seconds at most while it lasts */
export const createSharedLimits = (url: string, told: (error: unknown) => void): SharedLimits => {
  const joins: ((client: Redis) => void)[] = [];
  let client: Redis | null = null;
  let quietUntil = 0;

  const tell = (error: unknown): void => {
    if (Date.now() < quietUntil) return;
    quietUntil = Date.now() + TOLD_EVERY_MS;
    told(error);
  };

  return {
    make(options) {
      const local = new RateLimiterMemory(options);
      let limiter: RateLimiterMemory | RateLimiterRedis = local;
      joins.push((storeClient) => {
        limiter = new RateLimiterRedis({
          ...options,
          storeClient,
          rejectIfRedisNotReady: true,
          insuranceLimiter: local,
        });
      });
      return {
        penalty: (key) => limiter.penalty(key),
        reward: (key) => limiter.reward(key),
      };
    },
    connect() {
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
