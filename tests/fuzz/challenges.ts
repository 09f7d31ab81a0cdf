import fc from 'fast-check';
import { API } from '../signatures';
import { type Corpus, playAll } from './corpus';
import { MARK, type Stage, pathOf } from './stage';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** As the widget sends it: what it was given, and what it found. */
const solved = {
  challenge: {
    parameters: {
      algorithm: 'PBKDF2/SHA-256',
      nonce: 'a'.repeat(32),
      salt: 'b'.repeat(32),
      cost: 1,
      keyLength: 32,
      keyPrefix: '00',
      expiresAt: 4_000_000_000,
      data: { action: 'x' },
    },
    signature: 'c'.repeat(64),
  },
  solution: { counter: 1, derivedKey: 'd'.repeat(64), time: 1 },
};

type Json = Record<string, unknown>;

const odd = fc.oneof(
  fc.constantFrom<unknown[]>(null, true, -1, 0, 1e308, 2 ** 53, '', [], {}, 'x'.repeat(3000)),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => MARK + text),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom('PBKDF2/SHA-512', 'SCRYPT', 'ARGON2ID', 'SHA-1', 'MD5', '__proto__'),
);

/** Every place in the payload, as the way to it. */
const PLACES = ['challenge', 'challenge.parameters', 'challenge.signature', 'solution']
  .concat(Object.keys(solved.challenge.parameters).map((name) => `challenge.parameters.${name}`))
  .concat(Object.keys(solved.solution).map((name) => `solution.${name}`));

const put = (payload: Json, way: string, value: unknown): Json => {
  const [name = '', ...rest] = way.split('.');
  const inner = payload[name];
  const next =
    rest.length > 0 && typeof inner === 'object' && inner !== null
      ? put(inner as Json, rest.join('.'), value)
      : value;
  return { ...payload, [name]: next };
};

const changed = fc
  .array(fc.tuple(fc.constantFrom(...PLACES), odd), { minLength: 1, maxLength: 3 })
  .map((changes) => changes.reduce<Json>((all, [way, value]) => put(all, way, value), solved));

const nested = fc
  .tuple(fc.constantFrom(['[', ']'], ['{"a":', '}'], ['{"challenge":', '}']), fc.nat(3000))
  .map(([[open = '', close = ''], depth]) => open.repeat(depth) + '1' + close.repeat(depth));

const payload = fc.oneof(
  { weight: 5, arbitrary: changed.map((json) => base64(JSON.stringify(json))) },
  nested.map(base64),
  fc.string({ unit: 'binary', maxLength: 100 }).map((text) => base64(MARK + text)),
  fc.string({ unit: 'binary', maxLength: 100 }),
  changed.map((json) => JSON.stringify(json)),
  fc.tuple(changed, fc.nat(400)).map(([json, end]) => base64(JSON.stringify(json)).slice(0, end)),
  odd,
);

const MAY_BE = [400, 409, 413, 428];

/** An action that always asks for a challenge, if this server asks for any. */
const strictAction = async ({ app, make }: Stage): Promise<{ path: string; asks: boolean }> => {
  const { documentId } = await make.action({ challenge: 'always' });
  const { status } = await app.get(`${API}/actions/${documentId}/challenge`);
  return { path: pathOf(documentId), asks: status === 200 };
};

export const challenges: Corpus = {
  id: 'F-4',
  what: 'Challenge payloads',
  cases: { quick: 600, full: 20_000 },
  async play(stage, run) {
    const strict = await strictAction(stage);
    const door = fc.constantFrom(strict.path, stage.asking);
    return playAll(fc.tuple(fc.uuid(), payload, door), run, async ([id, challenge, path]) => {
      const data = { email: `${id}@example.org`, givenName: 'Zoë', familyName: 'E', challenge };
      const answer = await stage.post(path, JSON.stringify({ data }));
      stage.judge(answer);
      const taken = answer.status === 201 || answer.status === 202;
      if (taken && path === strict.path && strict.asks) throw new Error('A false one was taken.');
      if (!taken && !MAY_BE.includes(answer.status)) throw new Error(`Answered ${answer.status}`);
      return taken;
    });
  },
};
