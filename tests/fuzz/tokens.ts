import fc from 'fast-check';
import { API } from '../signatures';
import { type Corpus, parted, playAll, playPure, together } from './corpus';
import type { Stage } from './stage';

const PURPOSES = ['confirm', 'reject', 'withdraw'] as const;
type Purpose = (typeof PURPOSES)[number];

interface Tokens {
  makeToken: (purpose: Purpose, id: Buffer) => string;
  readToken: (purpose: Purpose, token: string) => Buffer | null;
}

const tokensOf = ({ app }: Stage): Tokens =>
  app.strapi.plugin('campaign-actions').service<Tokens>('vault');

interface Case {
  made: Purpose;
  used: Purpose;
  id: Uint8Array;
  change: (token: string) => string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const spliced = fc
  .tuple(fc.nat(63), fc.nat(3), fc.string({ maxLength: 3 }))
  .map(([at, without, put]) => (token: string): string => {
    return token.slice(0, at) + put + token.slice(at + without);
  });

const turned = fc.tuple(fc.nat(63), fc.nat(63)).map(([at, letter]) => (token: string): string => {
  return token.slice(0, at) + (ALPHABET[letter] ?? '') + token.slice(at + 1);
});

const change = fc.oneof(
  turned,
  spliced,
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => () => text),
  fc.constantFrom<((token: string) => string)[]>(
    (token) => token,
    (token) => `${token}=`,
    (token) => `${token}\u0000`,
    (token) => token + token,
    (token) => token.toLowerCase(),
    (token) => `#token=${token}`,
    (token) => encodeURIComponent(`${token}&for=reject`),
    (token) => token.replaceAll('-', '+').replaceAll('_', '/'),
    (token) => Buffer.from(token, 'base64url').toString('hex'),
    (token) => [...token].reverse().join(''),
    () => 'A'.repeat(64),
    () => '',
  ),
);

const cases: fc.Arbitrary<Case> = fc.record({
  made: fc.constantFrom(...PURPOSES),
  used: fc.constantFrom(...PURPOSES),
  id: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  change,
});

export const tokens: Corpus = {
  id: 'F-8',
  what: 'Tokens and links',
  cases: { quick: 2000, full: 20_000 },
  async play(stage, run) {
    const { makeToken, readToken } = tokensOf(stage);
    const [http, pure] = parted(run, 0.25);
    const tokenOf = ({ made, id, change: changed }: Case): string =>
      changed(makeToken(made, Buffer.from(id)));

    const read = playPure(cases, pure, (one) => {
      const token = tokenOf(one);
      const found = readToken(one.used, token);
      if (found && makeToken(one.used, found) !== token)
        throw new Error('A token opens a door that it was not made for.');
      return found !== null;
    });
    const sent = await playAll(cases, http, async (one) => {
      const body = JSON.stringify({ data: { token: tokenOf(one) } });
      const answer = await stage.post(`${API}/signatures/${one.used}`, body);
      stage.judge(answer);
      // Nobody has a row with such an id: a genuine token may be thanked for nothing but taking back.
      if (answer.status === 200 && one.used === 'confirm')
        throw new Error('Something was confirmed that nobody sent.');
      if (![200, 400, 410].includes(answer.status)) throw new Error(`Answered ${answer.status}`);
      return answer.status === 200;
    });
    return together(read, sent);
  },
};
