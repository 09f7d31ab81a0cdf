import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { CampaignActionsError, createCampaignActions } from '../index';

let mockFilesLost = 0;
jest.mock('../challenge/solve', () => {
  mockFilesLost -= 1;
  if (mockFilesLost >= 0) throw new TypeError('Failed to fetch a module');
  return jest.requireActual<object>('../challenge/solve');
});

type Answer = Response | Error;

const SIGNATURE = { givenName: 'Zoë', email: 'zoe@example.org' };
const TAKEN = { data: { status: 'confirmation-sent', action: 'a', counter: {} } };

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });
const taken = (): Response => json(202, TAKEN);
const problem = (status: number, details: object, headers: Record<string, string> = {}): Response =>
  json(status, { data: null, error: { status, name: '', message: '', details } }, headers);
const lost = (): Error => new TypeError('fetch failed');

const challengeFor = (action: string, counter = 20) =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 10,
    counter,
    deriveKey,
    data: { action },
    expiresAt: new Date(Date.now() + 60_000),
    hmacSignatureSecret: 'secret',
    hmacKeySignatureSecret: 'key',
  });

/** A server that gives these answers in turn, and remembers what came. */
const serverOf = (...answers: Answer[]) => {
  const bodies: string[] = [];
  const addresses: string[] = [];
  const client = createCampaignActions({
    baseUrl: 'https://act.example.org/api/campaign-actions/',
    locale: 'fr-CA',
    fetch: (address, init) => {
      addresses.push(address as string);
      bodies.push(init?.body as string);
      const answer = answers.shift();
      return answer instanceof Response
        ? Promise.resolve(answer)
        : Promise.reject(answer ?? new Error('Nobody expected this.'));
    },
  });
  return { client, bodies, addresses };
};

/** A browser that believes to have no network; some do where there is one. */
const putOfflinePage = () => {
  const view = Object.assign(new EventTarget(), { navigator: { onLine: false } });
  Object.assign(globalThis, { document: {}, window: view });
  return {
    online: () => view.dispatchEvent(new Event('online')),
    remove: () => {
      Reflect.deleteProperty(globalThis, 'document');
      Reflect.deleteProperty(globalThis, 'window');
    },
  };
};

/** What it was refused with. */
const refusal = async (signing: Promise<unknown>): Promise<CampaignActionsError> => {
  const error: unknown = await signing.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof CampaignActionsError) return error;
  throw new Error('It was not refused.');
};

describe('Signing', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
  });
  afterEach(() => {
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('is one question in the language of the client', async () => {
    const { client, bodies, addresses } = serverOf(taken());
    expect(await client.sign('stop it', SIGNATURE)).toEqual(TAKEN.data);
    expect(addresses).toEqual([
      'https://act.example.org/api/campaign-actions/actions/stop%20it/signatures',
    ]);
    expect(JSON.parse(bodies[0] ?? '')).toEqual({ data: { ...SIGNATURE, locale: 'fr-CA' } });
  });

  it('can be rehearsed on a draft', async () => {
    const { client, addresses } = serverOf(taken());
    await client.sign('a', SIGNATURE, { preview: 'token' });
    expect(addresses[0]).toMatch(/signatures\?preview=token$/);
  });

  it('sends the very same again after the network was lost, the server was busy or an answer was cut off', async () => {
    const cut = new Response('{"data":{"status":"conf', { status: 202 });
    const { client, bodies } = serverOf(
      lost(),
      problem(503, { code: 'unavailable' }),
      cut,
      taken(),
    );
    const steps: string[] = [];
    const signing = client.sign('a', SIGNATURE, { onStep: (step) => steps.push(step) });
    await jest.advanceTimersByTimeAsync(10_000);
    await signing;
    expect(new Set(bodies).size).toBe(1);
    expect(steps).toEqual(Array(3).fill(['sending', 'waiting']).flat().concat('sending'));
  });

  it('waits as long as a server asks for', async () => {
    const busy = problem(503, { code: 'unavailable' }, { 'Retry-After': '20' });
    const { client, bodies } = serverOf(busy, taken());
    const signing = client.sign('a', SIGNATURE);
    await jest.advanceTimersByTimeAsync(19_000);
    expect(bodies).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(3000);
    await signing;
  });

  describe('in a browser that says it is offline', () => {
    let page: ReturnType<typeof putOfflinePage>;
    beforeEach(() => {
      page = putOfflinePage();
    });
    afterEach(() => page.remove());

    it('waits for the network once an answer was lost', async () => {
      const { client, bodies } = serverOf(lost(), taken());
      const signing = client.sign('a', SIGNATURE);
      await jest.advanceTimersByTimeAsync(60_000);
      expect(bodies).toHaveLength(1);
      page.online();
      await signing;
    });

    it('believes a server that answers, and comes back when that one says so, not before', async () => {
      const busy = problem(503, { code: 'unavailable' }, { 'Retry-After': '20' });
      const { client, bodies } = serverOf(busy, taken());
      const signing = client.sign('a', SIGNATURE);
      await jest.advanceTimersByTimeAsync(1);
      page.online();
      await jest.advanceTimersByTimeAsync(19_000);
      expect(bodies).toHaveLength(1);
      await jest.advanceTimersByTimeAsync(3000);
      await signing;
    });
  });

  it('takes for no answer what somebody else says on the way', async () => {
    const portal = json(200, { status: 'Please log in' });
    const { client, bodies } = serverOf(portal, json(200, { data: 'login' }), taken());
    const signing = client.sign('a', SIGNATURE);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await signing).toEqual(TAKEN.data);
    expect(bodies).toHaveLength(3);
  });

  it.each([
    ['1e99', 86_400],
    ['-5', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', null],
  ])(
    'never waits for longer than a day, whatever a server asks for: %s',
    async (given, seconds) => {
      const { client } = serverOf(problem(429, { code: 'too-often' }, { 'Retry-After': given }));
      expect((await refusal(client.sign('a', SIGNATURE))).retryAfter).toBe(seconds);
    },
  );

  it('gives up after two minutes, and says that another try is safe', async () => {
    const { client, bodies } = serverOf(...Array.from({ length: 50 }, lost));
    const refused = refusal(client.sign('a', SIGNATURE, { locale: 'en' }));
    await jest.advanceTimersByTimeAsync(120_000);
    const error = await refused;
    expect([error.code, error.status]).toEqual(['no-answer', 0]);
    expect(error.message).toMatch(/safe/);
    expect(bodies.length).toBeLessThan(25);
  });

  it('does not wait for an answer that never comes', async () => {
    const bodies: unknown[] = [];
    const client = createCampaignActions({
      baseUrl: 'https://act.example.org',
      fetch: (_address, init) => {
        bodies.push(init?.body);
        return new Promise((_, reject) => {
          const { signal } = init as { signal: AbortSignal };
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      },
    });
    const refused = refusal(client.sign('a', SIGNATURE));
    await jest.advanceTimersByTimeAsync(120_000);
    expect((await refused).code).toBe('no-answer');
    expect(bodies.length).toBeGreaterThan(2);
  });

  it('ends when whoever asked has gone', async () => {
    const { client, bodies } = serverOf(lost(), taken());
    const gone = new AbortController();
    const signing = client.sign('a', SIGNATURE, { signal: gone.signal });
    const ended = expect(signing).rejects.toThrow(/aborted/);
    await jest.advanceTimersByTimeAsync(1);
    gone.abort();
    await ended;
    expect(bodies).toHaveLength(1);
  });

  it.each([
    [429, { code: 'too-often' }, /plus tard/],
    [410, { code: 'closed' }, /terminée/],
    [409, { code: 'form-withdrawn' }, /recharger/],
    [403, {}, /accessible/],
    [500, {}, /erreur/],
  ])('does not ask again after %i', async (status, details, sentence) => {
    const { client, bodies } = serverOf(problem(status, details, { 'Retry-After': '60' }));
    const error = await refusal(client.sign('a', SIGNATURE));
    expect([error.status, error.retryAfter, bodies.length]).toEqual([status, 60, 1]);
    expect(error.message).toMatch(sentence);
  });

  it('says which fields were not accepted, and never what was in them', async () => {
    const errors = [{ path: ['answers', 'number'], code: 'too-long', message: 'Too long.' }];
    const { client } = serverOf(problem(400, { errors }));
    const error = await refusal(client.sign('a', SIGNATURE));
    expect([error.code, error.fields]).toEqual(['invalid', errors]);
    expect(JSON.stringify([error, error.message, error.stack])).not.toMatch(/Zoë|zoe@/);
  });
});

describe('A challenge', () => {
  const due = async (counter?: number) =>
    problem(428, { code: 'challenge-due', challenge: await challengeFor('a', counter) });
  const notSolved = () =>
    problem(400, { errors: [{ path: ['challenge'], code: 'not-solved', message: '' }] });
  const solutionIn = (body: string | undefined) => {
    const { challenge } = (JSON.parse(body ?? '') as { data: { challenge: string } }).data;
    return (JSON.parse(atob(challenge)) as { solution: { counter: number } }).solution;
  };

  beforeEach(() => {
    jest.resetModules();
    mockFilesLost = 0;
  });

  it('is solved also when what solves it is lost on the way at first', async () => {
    mockFilesLost = 2;
    const { client } = serverOf(await due(1), taken());
    const steps: string[] = [];
    await client.sign('a', SIGNATURE, { onStep: (step) => steps.push(step) });
    const lost = ['solving', 'waiting'];
    expect(steps).toEqual(['sending', ...lost, ...lost, 'solving', 'sending']);
  }, 10_000);

  it('that nothing can be loaded for is a matter of the network, not of the browser', async () => {
    mockFilesLost = Infinity;
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const { client, bodies } = serverOf(await due(1));
    const refused = refusal(client.sign('a', SIGNATURE));
    await jest.advanceTimersByTimeAsync(120_000);
    jest.useRealTimers();
    const error = await refused;
    expect([error.code, bodies.length]).toEqual(['no-answer', 1]);
    expect(error.cause).toMatchObject({ name: 'TypeError' });
  });

  it('is solved, and the same body goes again with it', async () => {
    const { client, bodies } = serverOf(await due(41), taken());
    const steps: string[] = [];
    await client.sign('a', SIGNATURE, { onStep: (step) => steps.push(step) });
    expect(steps).toEqual(['sending', 'solving', 'sending']);
    expect(solutionIn(bodies[1]).counter).toBe(41);
    const { challenge, ...rest } = (
      JSON.parse(bodies[1] ?? '') as { data: object & { challenge: string } }
    ).data;
    expect(challenge).toBeTruthy();
    expect({ data: rest }).toEqual(JSON.parse(bodies[0] ?? ''));
  });

  it('that has expired is solved anew, once', async () => {
    const { client, bodies } = serverOf(await due(1), notSolved(), await due(2), notSolved());
    const error = await refusal(client.sign('a', SIGNATURE));
    expect(error.fields[0]?.path).toEqual(['challenge']);
    expect(bodies).toHaveLength(4);
    expect(solutionIn(bodies[3]).counter).toBe(2);
  });

  it('is a refusal where the browser has no cryptography', async () => {
    const { client } = serverOf(problem(428, { code: 'challenge-due', challenge: null }));
    const error = await refusal(client.sign('a', SIGNATURE));
    expect([error.status, error.code]).toEqual([428, 'challenge-due']);
    expect(error.cause).toMatchObject({ name: 'TypeError' });
  });
});
