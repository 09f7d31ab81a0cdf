import type { Challenge } from 'altcha-lib';
import fc from 'fast-check';
import { API } from '../signatures';
import { type Corpus, playAll } from './corpus';
import { MARK, type Stage, pathOf } from './stage';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** As the widget sends it: what it was given, and what it says it found. */
interface Answered {
  challenge: Challenge;
  solution: typeof GUESSED;
}

/** Of the right shape, so that it comes as far as the proof itself, and nobody's solution. */
const GUESSED = { counter: 700, derivedKey: 'd'.repeat(64), time: 1 };

type Json = Record<string, unknown>;

const odd = fc.oneof(
  fc.constantFrom<unknown[]>(null, true, -1, 0, 1e308, 2 ** 53, '', [], {}, 'x'.repeat(3000)),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => MARK + text),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom('PBKDF2/SHA-512', 'SCRYPT', 'ARGON2ID', 'SHA-1', 'MD5', '__proto__'),
);

/** Every place in the payload, as the way to it. */
const placesIn = ({ challenge, solution }: Answered): string[] => [
  ...['challenge', 'challenge.parameters', 'challenge.signature', 'solution'],
  ...Object.keys(challenge.parameters).map((name) => `challenge.parameters.${name}`),
  ...Object.keys(solution).map((name) => `solution.${name}`),
];

const put = (payload: Json, way: string, value: unknown): Json => {
  const [name = '', ...rest] = way.split('.');
  const inner = payload[name];
  const next =
    rest.length > 0 && typeof inner === 'object' && inner !== null
      ? put(inner as Json, rest.join('.'), value)
      : value;
  return { ...payload, [name]: next };
};

const changedFrom = (answered: Answered): fc.Arbitrary<Json> =>
  fc
    .array(fc.tuple(fc.constantFrom(...placesIn(answered)), odd), { maxLength: 3 })
    .map((changes) =>
      changes.reduce<Json>((all, [way, value]) => put(all, way, value), { ...answered }),
    );

const nested = fc
  .tuple(fc.constantFrom(['[', ']'], ['{"a":', '}'], ['{"challenge":', '}']), fc.nat(3000))
  .map(([[open = '', close = ''], depth]) => open.repeat(depth) + '1' + close.repeat(depth));

const payloadFrom = (changed: fc.Arbitrary<Json>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: changed.map((json) => base64(JSON.stringify(json))) },
    nested.map(base64),
    fc.string({ unit: 'binary', maxLength: 100 }).map((text) => base64(MARK + text)),
    fc.string({ unit: 'binary', maxLength: 100 }),
    changed.map((json) => JSON.stringify(json)),
    fc.tuple(changed, fc.nat(400)).map(([json, end]) => base64(JSON.stringify(json)).slice(0, end)),
    odd,
  );

const MAY_BE = [400, 409, 413, 428];

/** An action that always asks for a challenge, and one of its own that nobody has solved. */
const strictAction = async (stage: Stage): Promise<{ path: string; answered: Answered }> => {
  const { documentId } = await stage.make.action({ challenge: 'always' });
  const asked = await stage.app.get<{ data: Challenge }>(`${API}/actions/${documentId}/challenge`);
  expect(asked.status).toBe(200);
  const path = pathOf(documentId);
  const data = { email: 'nobody@example.org', givenName: 'Zoë', familyName: 'Example' };
  expect((await stage.post(path, JSON.stringify({ data }))).status).toBe(428);
  return { path, answered: { challenge: asked.body.data, solution: GUESSED } };
};

export const challenges: Corpus = {
  id: 'F-4',
  what: 'Challenge payloads',
  cases: { quick: 600, full: 20_000 },
  async play(stage, run) {
    const strict = await strictAction(stage);
    const payload = payloadFrom(changedFrom(strict.answered));
    const door = fc.constantFrom(strict.path, stage.asking);
    return playAll(fc.tuple(fc.uuid(), payload, door), run, async ([id, challenge, path]) => {
      const data = { email: `${id}@example.org`, givenName: 'Zoë', familyName: 'E', challenge };
      const answer = await stage.post(path, JSON.stringify({ data }));
      stage.judge(answer);
      const taken = answer.status === 201 || answer.status === 202;
      if (taken && path === strict.path) throw new Error('A false one was taken.');
      if (!taken && !MAY_BE.includes(answer.status)) throw new Error(`Answered ${answer.status}`);
      return taken;
    });
  },
};
