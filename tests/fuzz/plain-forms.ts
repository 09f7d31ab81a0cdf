import fc from 'fast-check';
import { API } from '../signatures';
import { type Corpus, playAll } from './corpus';
import { MARK } from './stage';

const TYPE = 'application/x-www-form-urlencoded';

const NAMES = [
  'email',
  'givenName',
  'message',
  'country',
  'locale',
  'formVersion',
  'leaveEmpty',
  'challenge',
  'returnTo',
  'token',
  'answers',
  'answers[question]',
  'answers[]',
  'answers[a][b]',
  'answers[__proto__]',
  'answers[constructor]',
  'consents[newsletter]',
  'consents[toString]',
  'source[code]',
  'source[referrer]',
  'source[__proto__]',
  '__proto__',
  '__proto__[x]',
  'constructor[prototype]',
  'hasOwnProperty',
  'data',
  '[x]',
  'x]',
  '',
];

const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
);
const value = fc.oneof(
  fc.constantFrom('', 'on', 'true', 'false', '37', '1e999', '//evil.example.com/', 'javascript:1'),
  fc.constantFrom('https://act.example.org/#x', '\u0000', '\u202e', '\r\n\r\n', '[]', '{}'),
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => MARK + text),
);

/** As a browser writes it; half of a surrogate pair becomes what a browser makes of it. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

const pair = fc.tuple(name, value).map(([key, said]) => `${encoded(key)}=${encoded(said)}`);
/** As no browser writes it. */
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('%', '%zz', '%EB', '%C3', '=', '&&', '+=+', 'a;b', '%00=%00', '\u00e9=\u00e9'),
);

const body = fc
  .tuple(fc.uuid(), fc.array(fc.oneof({ weight: 4, arbitrary: pair }, odd), { maxLength: 6 }))
  .map(([id, pairs]) => [`email=${id}%40example.org`, 'givenName=Zo%C3%AB', ...pairs].join('&'));

export const plainForms: Corpus = {
  id: 'F-11',
  what: 'Forms of pages without JavaScript',
  cases: { quick: 1000, full: 30_000 },
  play: (stage, run) =>
    playAll(
      fc.tuple(fc.constantFrom('asking', 'counted', 'confirm', 'withdraw', 'reject'), body),
      run,
      async ([door, sent]) => {
        const isSign = door === 'asking' || door === 'counted';
        const action = isSign ? (stage[door].split('/').at(-2) ?? '') : '';
        const path = `${API}/forms/${isSign ? `sign/${action}` : door}`;
        return stage.judge(await stage.post(path, sent, TYPE));
      },
    ),
};
