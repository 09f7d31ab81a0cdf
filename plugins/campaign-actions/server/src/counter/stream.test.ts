import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { CatalogueEntry } from '../action/catalogue';
import type { Policy } from '../action/policy';
import { createStreams } from './stream';

const NOON = Date.parse('2026-11-22T12:00:00Z');
const MINUTE = 60_000;

const policy: Policy = {
  action: 'petition',
  kind: 'petition',
  sensitive: false,
  confirmation: 'none',
  challenge: 'never',
  opensAt: null,
  closesAt: null,
  publishedAt: new Date(NOON),
  unpublishedAt: null,
  goal: 1000,
  goalStepsUp: false,
  displayFrom: 0,
  hideSplit: false,
  retentionMonths: 24,
  defaultLocale: 'en',
  locales: {
    en: { slug: 'petition', counterLabel: '{count} people', formVersion: 'v' },
    fr: { slug: 'petition', counterLabel: '{count} personnes', formVersion: 'v' },
  },
};

const entryOf = (total: number, changes: Partial<Policy> = {}): CatalogueEntry => ({
  policy: { ...policy, ...changes },
  numbers: { signatures: total, offset: 0, revision: total },
});

/** A client's end of a stream: what it was sent, and whether it is still there. */
const client = () => {
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

type Listener = ReturnType<typeof client>;

const totals = (sent: string[]): number[] =>
  sent.flatMap((text) => [...text.matchAll(/"total":(\d+)/g)].map(([, total]) => Number(total)));

describe('Listening to a counter', () => {
  let entry: CatalogueEntry | null;
  let limits: { perAddress: number; perNode: number };
  const find = jest.fn(() => Promise.resolve(entry));
  const onFailure = jest.fn();

  const start = () => createStreams({ catalogue: { find }, limits, onFailure, random: () => 0.5 });
  let streams: ReturnType<typeof start>;

  const listen = async (
    locale: string | null = null,
    address: string | null = null,
  ): Promise<Listener> => {
    const stream = await streams.open({ id: 'petition', locale, address });
    const listener = client();
    stream.begin(listener.as, []);
    return listener;
  };
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    jest.useFakeTimers({ now: NOON, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    entry = entryOf(1);
    limits = { perAddress: 5, perNode: 12_000 };
    find.mockClear();
    onFailure.mockClear();
    streams = start();
  });
  afterEach(() => {
    expect(onFailure).not.toHaveBeenCalled();
    jest.useRealTimers();
  });

  it('tells the counter at once, in the form of an event, and when to come back', async () => {
    const { sent } = await listen();
    expect(sent.join('')).toMatch(/^retry: \d+\n\nevent: counter\nid: 1\ndata: \{.*\}\n\n$/);
  });

  it('tells what is new once a second at most, and nothing when nothing is', async () => {
    const { sent } = await listen();
    for (let total = 2; total <= 41; total += 1) {
      entry = entryOf(total);
      await pass(100);
    }
    await pass(1000);
    const told = totals(sent);
    expect(told.length).toBeGreaterThan(3);
    expect(told.length).toBeLessThanOrEqual(6);
    expect(told.at(-1)).toBe(41);
    await pass(10_000);
    expect(totals(sent)).toEqual(told);
  });

  it('asks the catalogue once a beat, however many listen, and never once all have gone', async () => {
    const all: Listener[] = [];
    for (let nth = 0; nth < 300; nth += 1) all.push(await listen());
    find.mockClear();
    await pass(10_000);
    expect(find.mock.calls.length).toBeLessThanOrEqual(40);
    all.forEach(({ socket }) => socket.destroy());
    find.mockClear();
    await pass(10_000);
    expect(find).not.toHaveBeenCalled();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('tells all who speak one language the very same bytes', async () => {
    const chunks: (Buffer | string)[] = [];
    for (const locale of ['en', 'en', 'de', 'fr']) {
      const { response } = await listen(locale);
      response.write = (chunk) => chunks.push(chunk);
    }
    entry = entryOf(2);
    await pass(2000);
    expect(new Set(chunks).size).toBe(2);
    expect(chunks.map(String).filter((text) => text.includes('2 personnes'))).toHaveLength(1);
  });

  it('reaches the last of many, some at a time', async () => {
    const all: Listener[] = [];
    for (let nth = 0; nth < 1000; nth += 1) all.push(await listen());
    entry = entryOf(2);
    await pass(1250);
    const heard = () => all.filter(({ sent }) => totals(sent).includes(2)).length;
    expect(heard()).toBeLessThan(1000);
    while (heard() < 1000) await new Promise((resolve) => setImmediate(resolve));
  });

  it('tells a goal, a label or a closing too, though the number is the same', async () => {
    const { sent } = await listen();
    entry = entryOf(1, { goal: 500 });
    await pass(1500);
    expect(sent.at(-1)).toContain('"goal":500');
    entry = entryOf(1, { closesAt: new Date(NOON + 3000) });
    await pass(3000);
    expect(sent.at(-1)).toContain('"state":"closed","revision":1');
  });

  it('never tells a lower revision than before, not even to who came in meanwhile', async () => {
    entry = entryOf(5);
    const early = await listen();
    entry = entryOf(4);
    const late = await listen();
    await pass(3000);
    expect([totals(early.sent), totals(late.sent)]).toEqual([[5], [5]]);
  });

  it('says that an action is closed once it is deleted, and stays', async () => {
    const { sent, response } = await listen();
    entry = null;
    await pass(1500);
    expect(sent.at(-1)).toContain('"total":1');
    expect(sent.at(-1)).toContain('"state":"closed"');
    expect(response.writableEnded).toBe(false);
  });

  it('below the first number that is shown, gives away no number and no id', async () => {
    entry = entryOf(1, { displayFrom: 10 });
    const { sent } = await listen();
    expect(sent.join('')).not.toContain('id:');
    entry = entryOf(9, { displayFrom: 10 });
    await pass(5000);
    expect(sent).toHaveLength(1);
    entry = entryOf(10, { displayFrom: 10 });
    await pass(1500);
    expect(sent.at(-1)).toContain('id: 10\n');
  });

  it('goes on with the last number while the catalogue cannot be read', async () => {
    const { sent } = await listen();
    find.mockRejectedValue(new Error('gone'));
    await pass(5000);
    find.mockImplementation(() => Promise.resolve(entry));
    entry = entryOf(2);
    await pass(1500);
    expect(totals(sent)).toEqual([1, 2]);
  });

  it('writes a comment every twenty seconds, so that no proxy closes a quiet stream', async () => {
    const { sent } = await listen();
    await pass(61_000);
    expect(sent.slice(1)).toEqual(Array(3).fill(expect.stringMatching(/^:\nretry: \d+\n\n$/)));
  });

  it('ends after fifteen minutes at most, and says when to come back', async () => {
    const { sent, response } = await listen();
    await pass(11 * MINUTE);
    expect(response.writableEnded).toBe(false);
    await pass(4 * MINUTE);
    expect(response.writableEnded).toBe(true);
    expect(sent.at(-1)).toMatch(/^retry: \d+\n\n$/);
  });

  it('drops who has more than 64 KiB waiting, and nobody else', async () => {
    const [slow, quick] = [await listen(), await listen()];
    slow.response.writableLength = 64 * 1024 + 1;
    quick.response.writableLength = 64 * 1024;
    entry = entryOf(2);
    await pass(1500);
    expect([slow.socket.destroyed, totals(slow.sent)]).toEqual([true, [1]]);
    expect([quick.socket.destroyed, totals(quick.sent)]).toEqual([false, [1, 2]]);
  });

  it('lets a client whose stream has ended, and who does not read that, wait one round more', async () => {
    const { response, socket } = await listen();
    response.end = () => void (response.writableEnded = true);
    await pass(14 * MINUTE);
    expect([response.writableEnded, socket.destroyed]).toEqual([true, true]);
  });

  it('takes no place for who has gone before it began, nor for what was never published', async () => {
    limits = { perAddress: 1, perNode: 1 };
    streams = start();
    const stream = await streams.open({ id: 'petition', locale: null, address: '192.0.2.1' });
    const gone = client();
    gone.socket.destroy();
    stream.begin(gone.as, []);
    entry = null;
    await expect(listen(null, '192.0.2.1')).rejects.toMatchObject({ code: 'not-found' });
    entry = entryOf(1);
    await listen(null, '192.0.2.1');
  });

  it('ends for all when the node stops; they come back over half a minute and more (R-13)', async () => {
    let nth = 0;
    const many = 10_000;
    const random = () => (nth++ % many) / many;
    streams = createStreams({ catalogue: { find }, limits, onFailure, random });
    const all: Listener[] = [];
    for (let each = 0; each < many; each += 1) all.push(await listen());
    await streams.close();
    const back = all.map(({ sent }) => Number(/^retry: (\d+)\n\n$/.exec(sent.at(-1) ?? '')?.[1]));
    expect(Math.max(...back) - Math.min(...back)).toBeGreaterThan(30_000);
    const busiest = Math.max(...countsPerSecond(back));
    expect(busiest).toBeLessThan(500);
    expect(all.every(({ socket }) => socket.destroyed)).toBe(true);
    await expect(listen()).rejects.toMatchObject({ code: 'unavailable', retryAfter: 30 });
  });

  it('does not keep a node from stopping that nobody reads from', async () => {
    const { response } = await listen();
    response.end = () => void (response.writableEnded = true);
    const closed = streams.close();
    await pass(3000);
    await closed;
  });
});

const countsPerSecond = (moments: number[]): number[] => {
  const counts = new Map<number, number>();
  for (const moment of moments) {
    const second = Math.floor(moment / 1000);
    counts.set(second, (counts.get(second) ?? 0) + 1);
  }
  return [...counts.values()];
};
