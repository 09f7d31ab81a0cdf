import { randomUUID } from 'node:crypto';
import { CONTENT_CACHE, type Reply, encodedReply, etagOf } from '../http/reply';

/** A page as bytes, which holds places for the counters on it. */
export interface EncodedPage {
  locale: string;
  /** documentIds of the actions whose counters it shows, in the order of their places. */
  actions: readonly string[];
  /** What it takes to keep it with its answers. */
  bytes: number;
  /** @param counters as JSON, one for each place; the same ones give the very same reply */
  withCounters(counters: readonly string[]): Reply;
  withoutCounters(): Reply;
}

/** Made anew by each process, so nothing that an editor writes can hold it. */
const MARK = randomUUID();
const PLACE = new RegExp(`,"counter":"${MARK} ([^"]+)"`);

/** Stands where the counter of an action goes: as the key `counter`, the last one of an object. */
export const placeOf = (action: string): string => `${MARK} ${action}`;

const inPlace = (counter: string): Buffer => Buffer.from(`,"counter":${counter}`);

/** @param page with a `placeOf` for each counter */
export const encodePage = (page: object, locale: string): EncodedPage => {
  // What stands between the places and, by turns, the actions that they are for.
  const parts = JSON.stringify({ data: page, meta: {} }).split(PLACE);
  const pieces = parts.filter((_, at) => at % 2 === 0).map((text) => Buffer.from(text));
  const actions = parts.filter((_, at) => at % 2 === 1);
  const whole = Buffer.concat(pieces);
  const without = encodedReply(whole, CONTENT_CACHE);
  let last: { counters: readonly string[]; reply: Reply } | null = null;

  const join = (counters: readonly string[]): Reply => {
    const added = counters.map(inPlace);
    const body = Buffer.concat(pieces.flatMap((piece, at) => [piece, added[at] ?? EMPTY]));
    // Counters move many times a second on a busy evening, and the pages around them do not.
    return encodedReply(body, CONTENT_CACHE, etagOf(without.etag ?? '', ...added));
  };

  return {
    locale,
    actions,
    bytes: 3 * whole.length,
    withoutCounters: () => without,
    withCounters(counters) {
      if (actions.length === 0) return without;
      if (!last?.counters.every((counter, at) => counter === counters[at]))
        last = { counters, reply: join(counters) };
      return last.reply;
    },
  };
};

const EMPTY = Buffer.alloc(0);
