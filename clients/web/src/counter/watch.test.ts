import type { Counter } from '../contracts';
import { createCampaignActions } from '../index';

const counterOf = (revision: number | null, total = revision): Counter => ({
  ...{ action: 'a', total, signatures: total, offset: 0, goal: null, remaining: null },
  ...{ progress: null, label: null, state: 'open', revision },
});

const event = (counter: Counter): string =>
  `event: counter\nid: ${counter.revision}\ndata: ${JSON.stringify(counter)}\n\n`;

/** A stream into which the test writes. */
class Stream {
  closed = false;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  readonly response: Response;
  constructor(signal: AbortSignal) {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
      },
    });
    signal.addEventListener('abort', () => this.lose());
    this.response = new Response(body);
  }
  say(text: string): void {
    this.#controller?.enqueue(new TextEncoder().encode(text));
  }
  end(): void {
    this.closed = true;
    this.#controller?.close();
  }
  lose(): void {
    if (this.closed) return;
    this.closed = true;
    this.#controller?.error(new Error('lost'));
  }
}

type Way = 'works' | 'gathers' | 'too-many' | 'offline' | 'gone';

/** A server with one counter, and what stands between it and the page. */
const world = () => {
  const streams: Stream[] = [];
  const told: (number | null)[] = [];
  const connection: boolean[] = [];
  const state = { way: 'works' as Way, counter: counterOf(1), polls: 0, unchanged: 0 };
  const answer = (signal: AbortSignal): Response => {
    const stream = new Stream(signal);
    streams.push(stream);
    if (state.way === 'works') stream.say(`retry: 2000\n\n${event(state.counter)}`);
    return stream.response;
  };
  const poll = (init: RequestInit): Response => {
    state.polls += 1;
    const etag = `"${state.counter.revision}"`;
    const known = new Headers(init.headers).get('If-None-Match') === etag;
    if (known) state.unchanged += 1;
    return known
      ? new Response(null, { status: 304 })
      : new Response(JSON.stringify({ data: state.counter }), { headers: { ETag: etag } });
  };
  const client = createCampaignActions({
    baseUrl: 'https://act.example.org',
    fetch: (address, init = {}) => {
      if (state.way === 'offline') return Promise.reject(new TypeError('fetch failed'));
      if (state.way === 'gone') return Promise.resolve(new Response('{}', { status: 404 }));
      const streaming = (address as string).endsWith('/stream');
      if (!streaming) return Promise.resolve(poll(init));
      if (state.way === 'too-many')
        return Promise.resolve(
          new Response('{}', { status: 503, headers: { 'Retry-After': '30' } }),
        );
      return Promise.resolve(answer(init.signal as AbortSignal));
    },
  });
  const watch = (signal?: AbortSignal) =>
    client.watchCounter('a', ({ total }) => told.push(total), {
      ...(signal ? { signal } : {}),
      onConnection: (connected) => connection.push(connected),
    });
  return { streams, told, connection, state, watch };
};

const after = (seconds: number): Promise<void> => jest.advanceTimersByTimeAsync(seconds * 1000);

/** A page that can be hidden. */
const putPage = () => {
  const page = Object.assign(new EventTarget(), { hidden: false });
  const view = Object.assign(new EventTarget(), { navigator: { onLine: true } });
  Object.assign(globalThis, { document: page, window: view });
  return {
    show: (shown: boolean) => {
      page.hidden = !shown;
      page.dispatchEvent(new Event('visibilitychange'));
    },
    online: () => view.dispatchEvent(new Event('online')),
    remove: () => {
      Reflect.deleteProperty(globalThis, 'document');
      Reflect.deleteProperty(globalThis, 'window');
    },
  };
};

describe('Watching a counter', () => {
  let end: () => void = () => undefined;
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  });
  afterEach(async () => {
    end();
    await after(0);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('tells it at once, and each time it changes', async () => {
    const { streams, told, watch, connection } = world();
    end = watch();
    await after(0);
    streams[0]?.say(':\n' + event(counterOf(2)).slice(0, 30));
    await after(1);
    streams[0]?.say(event(counterOf(2)).slice(30) + event(counterOf(3)));
    await after(0);
    expect([told, connection]).toEqual([[1, 2, 3], []]);
  });

  it('never goes back, and takes what was changed without a signature', async () => {
    const { streams, told, watch } = world();
    end = watch();
    await after(0);
    for (const counter of [counterOf(5), counterOf(4), counterOf(5, 6), counterOf(5, 6)])
      streams[0]?.say(event(counter));
    await after(0);
    expect(told).toEqual([1, 5, 6]);
  });

  it('comes back when the server says so, after a stream ended', async () => {
    const { streams, state, told, watch } = world();
    end = watch();
    await after(0);
    state.counter = counterOf(7);
    streams[0]?.say('retry: 9000\n\n');
    await after(0);
    streams[0]?.end();
    await after(8);
    expect(streams).toHaveLength(1);
    await after(2);
    expect([streams.length, told]).toEqual([2, [1, 7]]);
  });

  it('finds out that a stream is dead when nothing at all is said', async () => {
    const { streams, watch } = world();
    end = watch();
    await after(60);
    expect(streams.length).toBeGreaterThan(1);
  });

  it('asks now and then, ever slower, where a proxy gathers the stream', async () => {
    const { streams, state, told, watch } = world();
    state.way = 'gathers';
    end = watch();
    await after(5);
    expect(told).toEqual([1]);
    expect(streams[0]?.closed).toBe(true);
    await after(600);
    expect(state.polls).toBeLessThan(40);
    expect(state.unchanged).toBe(state.polls - 1);
    state.counter = counterOf(2);
    await after(75);
    expect(told).toEqual([1, 2]);
    expect(streams.length).toBeLessThan(5);
  });

  it('asks instead where too many streams are open, and has a stream again later', async () => {
    const { streams, state, told, watch } = world();
    state.way = 'too-many';
    end = watch();
    await after(1);
    expect(told).toEqual([1]);
    state.way = 'works';
    await after(80);
    expect(streams).toHaveLength(1);
  });

  it('survives the loss of the network, and says so', async () => {
    const { streams, state, told, watch, connection } = world();
    end = watch();
    await after(1);
    state.way = 'offline';
    streams[0]?.lose();
    await after(120);
    expect(connection).toEqual([false]);
    state.way = 'works';
    state.counter = counterOf(2);
    await after(75);
    expect([told, connection]).toEqual([
      [1, 2],
      [false, true],
    ]);
  });

  it('stops asking for what is not there', async () => {
    const { state, watch, connection } = world();
    state.way = 'gone';
    end = watch();
    await after(1);
    expect([jest.getTimerCount(), connection]).toEqual([0, [false]]);
  });

  it('tells nothing after its end', async () => {
    const { streams, told, watch } = world();
    const leaving = new AbortController();
    end = watch(leaving.signal);
    await after(0);
    streams[0]?.say(event(counterOf(2)));
    leaving.abort();
    await after(60);
    expect([told, streams.length, streams[0]?.closed]).toEqual([[1], 1, true]);
  });

  describe('on a page', () => {
    let page: ReturnType<typeof putPage>;
    beforeEach(() => {
      page = putPage();
    });
    afterEach(() => page.remove());

    it('rests while the page is hidden, and has the right number as soon as it is shown', async () => {
      const { streams, state, told, watch } = world();
      end = watch();
      await after(1);
      page.show(false);
      state.counter = counterOf(9);
      await after(3600);
      expect([streams.length, state.polls, streams[0]?.closed]).toEqual([1, 0, true]);
      page.show(true);
      await after(0);
      expect(told).toEqual([1, 9]);
    });

    it('begins when the page is shown for the first time', async () => {
      page.show(false);
      const { told, watch } = world();
      end = watch();
      await after(60);
      expect(told).toEqual([]);
      page.show(true);
      await after(0);
      expect(told).toEqual([1]);
    });

    it('does not wait once the browser says that the network is back', async () => {
      const { state, told, watch } = world();
      state.way = 'offline';
      end = watch();
      await after(300);
      state.way = 'works';
      page.online();
      await after(0);
      expect(told).toEqual([1]);
    });
  });
});
