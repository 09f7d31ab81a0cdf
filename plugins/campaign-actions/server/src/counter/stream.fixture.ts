import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { CatalogueEntry } from '../action/catalogue';
import type { Policy } from '../action/policy';
import { aPolicy } from '../action/policy.fixture';
import { type Streams, createStreams } from './stream';

export const NOON = Date.parse('2026-11-22T12:00:00Z');

const policy = aPolicy({
  action: 'petition',
  goal: 1000,
  locales: {
    en: { slug: 'petition', counterLabel: '{count} people', formVersion: 'v' },
    fr: { slug: 'petition', counterLabel: '{count} personnes', formVersion: 'v' },
  },
});

/** The petition as the catalogue has it, signed so many times. */
export const entryOf = (total: number, changes: Partial<Policy> = {}): CatalogueEntry => ({
  policy: { ...policy, ...changes },
  numbers: { signatures: total, offset: 0, revision: total },
});

/** A client's end of a stream: what it was sent, and whether it is still there. */
export const client = () => {
  const socket = Object.assign(new EventEmitter(), {
    destroyed: false,
    setTimeout: () => undefined,
    setNoDelay: () => undefined,
    destroy: (): void => {
      if (socket.destroyed) return;
      socket.destroyed = true;
      socket.emit('close');
    },
  });
  const sent: string[] = [];
  const response = {
    req: { socket, method: 'GET' },
    writableLength: 0,
    writableEnded: false,
    destroyed: false,
    writeHead: () => undefined,
    write: (chunk: Buffer | string): unknown => sent.push(chunk.toString()),
    end: (chunk: string): void => {
      sent.push(chunk);
      response.writableEnded = true;
      queueMicrotask(() => socket.destroy());
    },
  };
  return { socket, response, sent, as: response as unknown as ServerResponse };
};

export type Listener = ReturnType<typeof client>;

/** The numbers a client was told, in order. */
export const totals = (sent: string[]): number[] =>
  sent.flatMap((text) => [...text.matchAll(/"total":(\d+)/g)].map(([, total]) => Number(total)));

/** Streams of one petition, in a time that passes only when the story says so. */
const startStreams = (limits = { perAddress: 5, perNode: 12_000 }, random = () => 0.5) => {
  const catalogue = { entry: entryOf(1) as CatalogueEntry | null };
  const find = jest.fn(() => Promise.resolve(catalogue.entry));
  const onFailure = jest.fn();
  const streams: Streams = createStreams({ catalogue: { find }, limits, onFailure, random });
  return {
    catalogue,
    find,
    onFailure,
    streams,
    async listen(locale: string | null = null, address: string | null = null): Promise<Listener> {
      const stream = await streams.open({ id: 'petition', locale, address });
      const listener = client();
      stream.begin(listener.as, []);
      return listener;
    },
  };
};

const stopTime = (): void => {
  jest.useFakeTimers({ now: NOON, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
};
export const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

/**
 * Begins every test with time at a stop and fresh streams, and ends it with nothing having failed.
 * `begin` replaces the streams of one test by others.
 */
export const freshStreams = () => {
  const begin = (...how: Parameters<typeof startStreams>): void =>
    void Object.assign(node, startStreams(...how));
  const node = { ...startStreams(), begin };
  beforeEach(() => {
    stopTime();
    node.begin();
  });
  afterEach(() => {
    expect(node.onFailure).not.toHaveBeenCalled();
    jest.useRealTimers();
  });
  return node;
};
