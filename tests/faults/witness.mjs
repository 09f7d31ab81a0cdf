// @ts-check
/** Remembers what was sent and what was acknowledged, for the database to be held against. */

/**
 * @typedef {{ action: string, email: string, sent: number, acknowledged: number, mark: string | null }} Entry
 * @typedef {import('./supporters.mjs').Answer} Answer
 * @typedef {ReturnType<typeof createWitness>} Witness
 */

const MOST_KEPT = 5;

export const createWitness = () => {
  /** @type {Entry[]} */
  const signed = [];
  /** @type {Map<string, Entry>} by address: only one action asks confirmation here */
  const confirmed = new Map();
  /** @type {string[]} answers that no supporter may get */
  const strange = [];
  /** @type {number[]} how long acknowledged ones took */
  const times = [];
  let acknowledged = 0;
  let unavailable = 0;

  const note = (/** @type {string} */ what) => {
    if (strange.length < MOST_KEPT) strange.push(what);
  };
  return {
    signed,
    confirmed,
    strange,
    times,
    /** Distinct signatures and confirmations that were acknowledged. */
    get acknowledged() {
      return acknowledged;
    },
    /** Answers 503. */
    get unavailable() {
      return unavailable;
    },
    /** @param {string} action @param {string} email @returns {Entry} */
    signature(action, email) {
      const entry = { action, email, sent: 0, acknowledged: 0, mark: null };
      signed.push(entry);
      return entry;
    },
    /** @param {string} action @param {string} email @returns {Entry} the same for a link that came twice */
    confirmation(action, email) {
      const entry = confirmed.get(email) ?? { action, email, sent: 0, acknowledged: 0, mark: null };
      confirmed.set(email, entry);
      return entry;
    },
    note,
    /** Takes down an answer; whether it was an acknowledgement. @param {Entry} entry @param {Answer} answer */
    take(entry, { status, retryAfter, ms }) {
      if (status >= 200 && status < 300) {
        if (entry.acknowledged === 0) acknowledged += 1;
        entry.acknowledged += 1;
        times.push(ms);
        return true;
      }
      if (status !== 503) note(`status ${status}`);
      else if (!/^[1-9]\d*$/.test(retryAfter ?? '')) note('503 without Retry-After');
      unavailable += 1;
      return false;
    },
  };
};

/** @param {number[]} times @param {number} share of them that is not slower */
export const percentile = (times, share) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
