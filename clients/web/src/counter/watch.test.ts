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

type Way = 'works' | 'gathers' | 'brief' | 'unreadable' | 'too-many' | 'busy' | 'offline' | 'gone';

/** What somebody else says on the way, in place of an answer. */
const PORTAL = '{"please":"log in"}';

/** A server with one counter, and what stands between it and the page. */
const world = () => {
  const streams: Stream[] = [];
  const told: (number | null)[] = [];
  const connection: boolean[] = [];
  const asked: RequestInit[] = [];
  const state = {
    ...{ way: 'works' as Way, portal: false, counter: counterOf(1) },
    ...{ polls: 0, unchanged: 0, refused: 0 },
  };
  const answer = (init: RequestInit): Response => {
    const stream = new Stream(init.signal as AbortSignal);
    streams.push(stream);
    asked.push(init);
    if (state.way === 'works' || state.way === 'brief')
      stream.say(`retry: 2000\n\n${event(state.counter)}`);
    if (state.way === 'brief') stream.end();
    if (state.way === 'unreadable') stream.say('event: counter\ndata: {"total\n\n');
    return stream.response;
  };
  const refuse = (seconds: number): Response => {
    state.refused += 1;
    return new Response('{}', { status: 503, headers: { 'Retry-After': String(seconds) } });
  };
  const poll = (init: RequestInit): Response => {
    state.polls += 1;
    if (state.portal) return new Response(PORTAL);
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
      if (state.way === 'busy') return Promise.resolve(refuse(120));
      const streaming = (address as string).endsWith('/stream');
      if (!streaming) return Promise.resolve(poll(init));
      return Promise.resolve(state.way === 'too-many' ? refuse(30) : answer(init));
    },
  });
  const watch = (signal?: AbortSignal) =>
    client.watchCounter('a', ({ total }) => told.push(total), {
      ...(signal ? { signal } : {}),
      onConnection: (connected) => connection.push(connected),
    });
  return { streams, told, connection, asked, state, watch };
};

const after = (seconds: number): Promise<void> => jest.advanceTimersByTimeAsync(seconds * 1000);

/** A page that can be hidden. */
const putPage = () => {
  const page = Object.assign(new EventTarget(), { hidden: false });
  const view = Object.assign(new EventTarget(), { navigator: { onLine: true } });
  Object.assign(globalThis, { document: page, window: view });
  // No locks, as on a page without https.
  const itself = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: view.navigator, configurable: true });
  return {
    show: (shown: boolean) => {
      page.hidden = !shown;
      page.dispatchEvent(new Event('visibilitychange'));
    },
    online: () => view.dispatchEvent(new Event('online')),
    remove: () => {
      Reflect.deleteProperty(globalThis, 'document');
      Reflect.deleteProperty(globalThis, 'window');
      Reflect.deleteProperty(globalThis, 'navigator');
      if (itself) Object.defineProperty(globalThis, 'navigator', itself);
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

  it('keeps a quiet stream, as long as the server says that it is there', async () => {
    const { streams, told, watch } = world();
    end = watch();
    for (let minutes = 0; minutes < 5; minutes += 1)
      for (const seconds of [20, 20, 20]) {
        await after(seconds);
        streams[0]?.say(':\n');
      }
    expect([streams.length, told]).toEqual([1, [1]]);
  });

  it('reads every sign that a label may have', async () => {
    const { streams, told, watch } = world();
    end = watch();
    await after(0);
    streams[0]?.say(event({ ...counterOf(2), label: '2\u2028people\u2029:\u0085here' }));
    await after(0);
    expect([told, streams.length]).toEqual([[1, 2], 1]);
  });

  it('passes over what a stream says beside the counter', async () => {
    const { streams, told, watch } = world();
    end = watch();
    await after(0);
    streams[0]?.say('event: notice\ndata: Hello\n\ndata: Hello\n\n' + event(counterOf(2)));
    await after(0);
    expect([told, streams.length]).toEqual([[1, 2], 1]);
  });

  it('asks instead where what streams say cannot be read', async () => {
    const { streams, told, state, watch } = world();
    state.way = 'unreadable';
    end = watch();
    await after(50);
    expect([told, streams.length]).toEqual([[1], 1]);
  });

  it('asks instead where streams end as soon as they have begun', async () => {
    const { streams, told, state, watch } = world();
    state.way = 'brief';
    end = watch();
    await after(60);
    expect(streams).toHaveLength(3);
    state.counter = counterOf(2);
    await after(600);
    expect(streams.length).toBeLessThan(10);
    expect(told).toEqual([1, 2]);
  });

  it('asks for a stream as a browser does', async () => {
    const { asked, watch } = world();
    end = watch();
    await after(0);
    expect(new Headers(asked[0]?.headers).get('Accept')).toBe('text/event-stream');
  });

  it('asks nobody before a server wants to be asked, neither for a number nor for a stream', async () => {
    const { streams, state, watch } = world();
    state.way = 'busy';
    end = watch();
    await after(119);
    expect([state.refused, streams.length]).toEqual([2, 0]);
    state.way = 'works';
    await after(20);
    expect(streams).toHaveLength(1);
  });

  it('goes on where somebody else answers for a while', async () => {
    const { state, streams, told, watch, connection } = world();
    Object.assign(state, { way: 'too-many', portal: true });
    end = watch();
    await after(30);
    expect([told, connection]).toEqual([[], [false]]);
    Object.assign(state, { way: 'works', portal: false });
    await after(40);
    expect([told, connection, streams.length]).toEqual([[1], [false, true], 1]);
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
    await after(95);
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

    it('holds one stream, however many counters it shows, and both are told', async () => {
      const { streams, told, state, asked, watch } = world();
      const [first, second] = [watch(), watch()];
      end = second;
      await after(1);
      expect([streams.length, told, asked[0]?.cache]).toEqual([1, [1, 1], 'no-store']);
      state.counter = counterOf(2);
      streams[0]?.say(event(state.counter));
      await after(10);
      expect([streams.length, told]).toEqual([1, [1, 1, 2, 2]]);
      first();
      await after(30);
      expect([streams.length, streams[0]?.closed, streams[1]?.closed]).toEqual([2, true, false]);
    });

    it('asks a server not before it wants to be asked, also when it is hidden and shown again', async () => {
      const { state, watch } = world();
      state.way = 'busy';
      end = watch();
      await after(1);
      for (const shown of [false, true, false, true]) page.show(shown);
      page.online();
      await after(60);
      expect(state.refused).toBe(2);
      await after(100);
      expect(state.refused).toBeGreaterThan(2);
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
