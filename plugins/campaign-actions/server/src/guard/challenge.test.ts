import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { createChallenges } from './challenge';

const SECRET = { signature: 'a'.repeat(64), key: 'b'.repeat(64), body: 'c'.repeat(64) };
const OTHER = { signature: 'd'.repeat(64), key: 'e'.repeat(64), body: 'f'.repeat(64) };
const BODY = { data: { email: 'zoe@example.org' } };
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

const solved = async (challenge: Challenge) => ({
  challenge,
  solution: await solveChallenge({ challenge, deriveKey }),
});

describe('A challenge', () => {
  const challenges = createChallenges([SECRET]);

  it('is good when it was solved, and is known by its nonce', async () => {
    const challenge = await challenges.make('a');
    const paid = await challenges.check('a', encode(await solved(challenge)), BODY);
    expect(paid?.nonce.toString('hex')).toBe(challenge.parameters.nonce);
  });

  it('outlives a change of the key it was signed under', async () => {
    const answer = encode(await solved(await challenges.make('a')));
    expect(await createChallenges([OTHER, SECRET]).check('a', answer, BODY)).not.toBeNull();
    expect(await createChallenges([OTHER]).check('a', answer, BODY)).toBeNull();
  });

  it('T-06: pays for the same body on every server, while their first keys differ', async () => {
    const answer = encode(await solved(await challenges.make('a')));
    const servers = [[SECRET, OTHER], [OTHER, SECRET], [SECRET]].map((keys) =>
      createChallenges(keys),
    );
    const paidFor = async (body: unknown): Promise<Set<string | undefined>> => {
      const paid = servers.map((server) => server.check('a', answer, body));
      return new Set((await Promise.all(paid)).map((each) => each?.fingerprint.toString('hex')));
    };
    const [same, another] = [await paidFor(BODY), await paidFor({ data: {} })];
    expect([same.size, another.size]).toEqual([1, 1]);
    expect(same).not.toEqual(another);
  });

  it('T-07: is good for ten minutes', async () => {
    const answer = encode(await solved(await challenges.make('a')));
    const in11Minutes = createChallenges([SECRET], () => new Date(Date.now() + 11 * 60_000));
    expect(await in11Minutes.check('a', answer, BODY)).toBeNull();
  });

  it('T-07: is not good without an end, which it would have for ever', async () => {
    const { challenge, solution } = await solved(await challenges.make('a'));
    const { expiresAt: _, ...parameters } = challenge.parameters;
    const endless = { challenge: { ...challenge, parameters }, solution };
    expect(await challenges.check('a', encode(endless), BODY)).toBeNull();
  });

  it('T-08: is harmless in two thousand other shapes, and good in none of them', async () => {
    const good = await solved(await challenges.make('a'));
    const json = JSON.stringify(good);
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    const shapes: string[] = [
      '',
      '=',
      'null',
      '{}',
      '[]',
      '"'.repeat(10),
      '['.repeat(3000),
      '{"a":'.repeat(500),
      json.repeat(3),
    ].flatMap((text) => [text, Buffer.from(text).toString('base64')]);
    while (shapes.length < 2000) {
      const bytes = Buffer.from(json);
      for (let i = random(4); i >= 0; i -= 1) bytes[random(bytes.length)] = random(256);
      if (bytes.toString() !== json) shapes.push(bytes.toString('base64').slice(0, 4096));
    }
    const found: unknown[] = [];
    for (const shape of shapes) found.push(await challenges.check('a', shape, BODY));
    const spoiled = shapes.filter((shape, i) => found[i] !== null && !isAsGood(shape, good));
    expect(spoiled).toEqual([]);
  });
});

/** The key that was found proves the work; how often and how long was tried, nothing depends on. */
const isAsGood = (shape: string, good: unknown): boolean => {
  const strip = (value: unknown): string => {
    const { challenge, solution } = value as { challenge: unknown; solution: object };
    return JSON.stringify({ challenge, solution: { ...solution, time: 0, counter: 0 } });
  };
  return strip(JSON.parse(Buffer.from(shape, 'base64').toString())) === strip(good);
};
