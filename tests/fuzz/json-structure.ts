import fc from 'fast-check';
import { type Corpus, playAll } from './corpus';
import { MARK } from './stage';

/** JSON as text, so that a key can stand there twice, and a number be larger than any. */
const leaf = fc.oneof(
  fc.constantFrom('null', 'true', 'false', '0', '-0', '1e999', '-1e-999', '9'.repeat(400), '0.1'),
  fc.constantFrom('""', '"\\u0000"', '"\\ud800"', '"\\u202e"', '[]', '{}'),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => JSON.stringify(MARK + text)),
  fc.integer().map(String),
  fc.double().map((number) => JSON.stringify(number)),
);

const KEYS = [
  'data',
  'email',
  'givenName',
  'familyName',
  'country',
  'message',
  'answers',
  'question',
  'consents',
  'newsletter',
  'source',
  'code',
  'referrer',
  'locale',
  'formVersion',
  'challenge',
  'leaveEmpty',
  '__proto__',
  '\\u005f_proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  'channel',
  'state',
  'id',
  '',
  '0',
  '$ne',
];
const key = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 80 }).map((k) => JSON.stringify(k).slice(1, -1)) },
);

const { value } = fc.letrec<{ value: string; object: string; list: string }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, tie('object'), tie('list')),
  object: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 5 })
    .map((members) => `{${members.map(([k, v]) => `"${k}":${v}`).join(',')}}`),
  list: fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
}));

const deep = fc
  .tuple(fc.constantFrom(['[', ']'], ['{"data":', '}'], ['{"__proto__":', '}']), fc.nat(4000))
  .map(([[open = '', close = ''], depth]) => open.repeat(depth) + 'null' + close.repeat(depth));

/** A body that is right but for some members; of a key that stands there twice the last one holds. */
const nearlyRight = fc
  .tuple(fc.uuid(), fc.array(fc.tuple(key, fc.oneof(value, deep)), { maxLength: 3 }), fc.boolean())
  .map(([id, members, before]) => {
    const more = members.map(([k, v]) => `"${k}":${v}`);
    const right = [`"email":"${id}@example.org"`, '"givenName":"Zo\\u00eb"'];
    return `{"data":{${(before ? [...more, ...right] : [...right, ...more]).join(',')}}}`;
  });

const broken = fc
  .tuple(
    nearlyRight,
    fc.nat(200),
    fc.constantFrom('', '"', '{', '}', ',', '\\', '\ud800', '\u0000'),
  )
  .map(
    ([text, at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1),
  );

export const jsonStructure: Corpus = {
  id: 'F-3',
  what: 'JSON structure',
  cases: { quick: 1500, full: 50_000 },
  play: (stage, run) =>
    playAll(
      fc.tuple(
        fc.constantFrom('asking', 'counted', 'confirm', 'withdraw', 'reject'),
        fc.oneof({ weight: 6, arbitrary: nearlyRight }, value, deep, broken),
      ),
      run,
      async ([door, body]) => {
        const path =
          door === 'asking' || door === 'counted'
            ? stage[door]
            : `/api/campaign-actions/signatures/${door}`;
        return stage.judge(await stage.post(path, body));
      },
    ),
};
