import type { ServerResponse } from 'node:http';
import type { Catalogue, CatalogueEntry } from '../action/catalogue';
import { nearestTo } from '../action/policy';
import { Problem } from '../http/problems';
import type { LongReply } from '../http/reply';
import { type StreamLimits, createPlaces } from './stream-places';
import { type Listener, type Room, openRoom, renew } from './stream-room';
import { COMMENT, beginStream, endStream, retryIn, send } from './stream-wire';

/** Live counters: one timer, one look at the catalogue and one encoded event for all who listen. */
export interface Streams {
  /** @throws Problem 404; 503 where too many are open, or the node is stopping */
  open(asked: StreamRequest): Promise<LongReply>;
  /** Sends everybody away, to come back spread over time; resolves when they are gone. */
  close(): Promise<void>;
}

export interface StreamRequest {
  id: string;
  locale: string | null;
  address: string | null;
}

export interface StreamUses {
  catalogue: Pick<Catalogue, 'find'>;
  limits: StreamLimits;
  /** Told of what should not happen; listening goes on. */
  onFailure: (error: unknown) => void;
  clock?: () => number;
  random?: () => number;
}

/** The catalogue is a second old at most; looking this often adds no more than this to it. */
const BEAT_MS = 250;
const PACE_MS = 1000;
const ROUND_MS = 20_000;
const LONGEST_MS = 15 * 60_000;
/** Streams that began together do not end together. */
const LONGEST_SPREAD_MS = 3 * 60_000;
const AT_ONCE = 200;
const RETRY_SECONDS = 30;
const SOONEST_RETRY_MS = 1000;
const LEAST_SPREAD_MS = 2000;
/** Ten thousand come back over forty seconds: what a node, and its neighbours, can take in. */
const SPREAD_MS_EACH = 4;
const LONGEST_CLOSE_MS = 5000;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Some at a time: whoever signs does not wait for ten thousand who listen. */
const each = async (
  listeners: Iterable<Listener>,
  deed: (listener: Listener) => void,
): Promise<void> => {
  let done = 0;
  for (const listener of listeners) {
    deed(listener);
    done += 1;
    if (done % AT_ONCE === 0) await nextTurn();
  }
};

export const createStreams = ({
  catalogue,
  limits,
  onFailure,
  clock = Date.now,
  random = Math.random,
}: StreamUses): Streams => {
  const places = createPlaces(limits);
  const rooms = new Map<string, Room>();
  let timer: NodeJS.Timeout | null = null;
  let beating = false;
  let roundAt = 0;
  let closing = false;
  let onEmpty = (): void => undefined;

  /** @param many who would come back at once, if they lost this node together */
  const retry = (many = places.taken()): string =>
    retryIn(SOONEST_RETRY_MS + random() * Math.max(LEAST_SPREAD_MS, many * SPREAD_MS_EACH));

  const tell = async (room: Room): Promise<void> => {
    // A catalogue that cannot be read says nothing new; the next beat asks again.
    const entry = await Promise.resolve(catalogue.find(room.action)).catch(() => undefined);
    if (entry !== undefined) renew(room, entry, clock());
    if (room.told === room.event) return;
    room.told = room.event;
    room.toldAt = clock();
    await each(room.listeners, (listener) => {
      // Not what was the latest when this began: somebody may have come in with news since.
      if (listener.told === room.event) return;
      listener.told = room.event;
      send(listener.response, room.event);
    });
  };

  const round = async (room: Room, now: number): Promise<void> => {
    await each(room.listeners, ({ response, endsAt }) => {
      if (endsAt < now + ROUND_MS) endStream(response, retry());
      // A node can also be lost without a word.
      else send(response, COMMENT + retry());
    });
  };

  const beat = async (): Promise<void> => {
    const now = clock();
    for (const room of rooms.values()) if (now - room.toldAt >= PACE_MS) await tell(room);
    if (now < roundAt) return;
    roundAt = now + ROUND_MS;
    for (const room of rooms.values()) await round(room, now);
  };

  const beatUnlessBeating = async (): Promise<void> => {
    if (beating) return;
    beating = true;
    await beat().catch(onFailure);
    beating = false;
  };

  const startTimer = (): void => {
    if (timer) return;
    roundAt = clock() + ROUND_MS;
    timer = setInterval(() => void beatUnlessBeating(), BEAT_MS);
  };

  const stopTimer = (): void => {
    if (timer) clearInterval(timer);
    timer = null;
  };

  const roomOf = (entry: CatalogueEntry, asked: string | null): [string, Room] => {
    const locale = nearestTo(entry.policy, asked)?.locale ?? null;
    const key = `${entry.policy.action}|${locale ?? ''}`;
    const there = rooms.get(key);
    if (there) renew(there, entry, clock());
    const room = there ?? openRoom(entry, locale, clock());
    rooms.set(key, room);
    return [key, room];
  };

  const begin = (
    response: ServerResponse,
    headers: readonly string[],
    [key, room]: [string, Room],
    giveBack: () => void,
  ): void => {
    const endsAt = clock() + LONGEST_MS - random() * LONGEST_SPREAD_MS;
    const listener = { response, told: room.event, endsAt };
    const leave = (): void => {
      giveBack();
      room.listeners.delete(listener);
      if (room.listeners.size === 0) rooms.delete(key);
      if (places.taken() > 0) return;
      stopTimer();
      onEmpty();
    };
    room.listeners.add(listener);
    // Of the socket, not of the response: that one says nothing while it waits for its turn on it.
    response.req.socket.once('close', leave);
    startTimer();
    beginStream(response, headers);
    if (response.req.method === 'HEAD') response.end();
    send(response, retry() + room.event.toString());
  };

  return {
    async open({ id, locale, address }) {
      const entry = await catalogue.find(id, locale);
      if (closing) throw new Problem('unavailable', [], RETRY_SECONDS);
      if (!entry) throw new Problem('not-found');
      const giveBack = places.take(address);
      return {
        begin: (response, headers) => {
          if (response.req.socket.destroyed) return giveBack();
          begin(response, headers, roomOf(entry, locale), giveBack);
        },
      };
    },
    async close() {
      closing = true;
      stopTimer();
      const everybody = [...rooms.values()].flatMap(({ listeners }) => [...listeners]);
      await each(everybody, ({ response }) => endStream(response, retry(everybody.length)));
      if (places.taken() === 0) return;
      await new Promise<void>((resolve) => {
        const tooLong = setTimeout(resolve, LONGEST_CLOSE_MS);
        onEmpty = () => {
          clearTimeout(tooLong);
          resolve();
        };
      });
    },
  };
};
