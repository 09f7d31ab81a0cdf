import { randomFillSync } from 'node:crypto';

const POOL = 4096;
let pool = Buffer.alloc(0);
let used = 0;

/**
 * Random bytes, drawn from the system in larger portions: a signature needs several small ones, and
 * asking for each costs more than sealing. For ids and nonces, which are no secrets; keys are drawn
 * each by itself.
 */
export const freshBytes = (length: number): Buffer => {
  if (used + length > pool.length) {
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL));
    used = 0;
  }
  used += length;
  return pool.subarray(used - length, used);
};
