import type { ServerResponse } from 'node:http';
import type { Counter } from '../../../contracts/counter';
import type { CatalogueEntry } from '../action/catalogue';
import { publicCounter } from './public-counter';
import { counterEvent } from './stream-wire';

/** One open stream. */
export interface Listener {
  response: ServerResponse;
  /** The event that was written last. */
  told: Buffer;
  endsAt: number;
}

/** All who listen to one action in one language: they are told the very same bytes. */
export interface Room {
  action: string;
  /** The language spoken; a reader who asked for another one goes on hearing that of the page. */
  locale: string | null;
  listeners: Set<Listener>;
  counter: Counter;
  event: Buffer;
  /** The highest revision so far: nobody is told a lower one. */
  revision: number;
  /** What was told to everybody last, and when. */
  told: Buffer;
  toldAt: number;
}

export const openRoom = (entry: CatalogueEntry, locale: string | null, now: number): Room => {
  const counter = publicCounter(entry, locale, new Date(now));
  const event = counterEvent(counter);
  return {
    action: entry.policy.action,
    locale,
    listeners: new Set(),
    counter,
    event,
    revision: counter.revision ?? 0,
    told: event,
    toldAt: now,
  };
};

/** @param entry null: the action is gone, which closes it */
export const renew = (room: Room, entry: CatalogueEntry | null, now: number): void => {
  const counter = entry
    ? publicCounter(entry, room.locale, new Date(now))
    : { ...room.counter, state: 'closed' as const };
  const revision = counter.revision ?? room.revision;
  if (revision < room.revision) return;
  const event = counterEvent(counter);
  if (event.equals(room.event)) return;
  Object.assign(room, { counter, event, revision });
};
