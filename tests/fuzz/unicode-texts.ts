import fc from 'fast-check';
import { compileBodyCheck } from '../../plugins/campaign-actions/server/src/signature/body';
import { checkText } from '../../plugins/campaign-actions/server/src/signature/text';
import { compileForm } from '../../plugins/campaign-actions/server/src/action/form';
import { type Corpus, parted, playAll, playPicked, playPure, together } from './corpus';
import type { Stage } from './stage';

/** Signs that have surprised somebody: what they do when they are alone, doubled, or between others. */
const ODD = [
  ...'\u0000\u0007\u0009\u000a\u000b\u000d\u001b\u007f\u0085\u00a0\u00ad\u034f\u061c\u115f\u1160\u180e',
  ...'\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069\u206f',
  ...'\u2800\u3000\u3164\ufe0f\ufeff\ufff9\ufffc\ufffd\ufffe\ufdd0\ufdfa\u0301\u0345\u0338\u20e3\u1100',
  '\ud800',
  '\udfff',
  '\u{1f469}\u200d\u{1f469}',
  '\u{1f3f4}\u{e0067}',
  '\u{e0001}',
  '\u{e0100}',
  '\u{f0000}',
  '\u{10ffff}',
  '\u1e9b\u0323',
  'ﬃ',
  'İ',
  'ẛ̣',
  'क\u200d',
];
const PUT: ((odd: string) => string)[] = [
  (odd) => odd,
  (odd) => `a${odd}`,
  (odd) => `${odd}a`,
  (odd) => `a${odd}b`,
  (odd) => `${odd}${odd}`,
  (odd) => `e${odd}\u0301${odd}`,
  (odd) => `क${odd}ष`,
  (odd) => `=${odd}1`,
  (odd) => `${odd}=1`,
  (odd) => `evil${odd}.com`,
];
const PICKED = ODD.flatMap((odd) => PUT.map((put) => put(odd)));

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...ODD, 'a', 'é', ' ', 'ж', 'क', '한', '\u0323', '👍🏽'), {
      maxLength: 24,
    })
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('a\u0301', '\u1112\u1161', '😀', 'ﷺ'), fc.nat(1200))
    .map(([unit, times]) => unit.repeat(times)),
);

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`What was taken ${what}.`);
};

const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/;
const graphemes = new Intl.Segmenter();

const checkRules = (typed: string, maxLength: number, multiline: boolean): void => {
  const { text: taken } = checkText(typed, { maxLength, multiline });
  if (taken === null) return;
  must(taken.isWellFormed(), 'holds half a character');
  must(taken === taken.normalize('NFC'), 'is not in NFC');
  must([...taken].length <= maxLength, 'has too many code points');
  must(Buffer.byteLength(taken) <= maxLength * 4, 'has too many bytes');
  must([...graphemes.segment(taken)].length <= maxLength, 'has too many graphemes');
  must(!/[\p{Mn}\p{Me}]{5}/u.test(taken), 'has too many marks on one base');
  must(!FORBIDDEN.test(taken), 'holds what may not stand there');
  must(multiline || !/[\n\r\t\u2028\u2029]/.test(taken), 'is not one line');
  must(taken === taken.trim(), 'has blanks around it');
  must(checkText(taken, { maxLength, multiline }).text === taken, 'would be changed again');
};

const check = compileBodyCheck(
  compileForm(
    {
      form: {
        fields: [
          { field: 'givenName', label: 'x' },
          { field: 'message', label: 'x' },
        ],
      },
    },
    'en',
  ),
);
/** What a spreadsheet passes over, then the signs at which it calculates. */
const FORMULA = /^[\s\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@＝＋－＠]/u;

const checkName = (givenName: string): boolean => {
  try {
    const { person } = check({ data: { email: 'zoe@example.org', givenName } });
    const name = person.givenName ?? '';
    must(
      !/https?:|\bwww\.|[\p{L}\p{N}]\.com\b/iu.test(name),
      `is a web address (${JSON.stringify(name)})`,
    );
    must(
      !(FORMULA.test(name) && /[=+\-@＝＋－＠].*[\p{L}\p{N}]/u.test(name)),
      'begins like a formula',
    );
    return true;
  } catch (error) {
    if ((error as Error).name !== 'Problem') throw error;
    return false;
  }
};

interface Vault {
  open(action: string, id: Buffer, sealed: Buffer): Promise<{ email: string; message: string }>;
}

/** What everybody signed with, opened again, by their addresses. */
const openAll = async ({ app, supporters, asking }: Stage): Promise<Map<string, string | null>> => {
  const vault = app.strapi.plugin('campaign-actions').service<Vault>('vault');
  const action = asking.split('/').at(-2) ?? '';
  const opened = new Map<string, string | null>();
  for (const { id, sealed } of await supporters.submissions(action)) {
    if (!sealed) continue;
    const { email, message } = await vault.open(action, id, sealed);
    opened.set(email, message);
  }
  return opened;
};

export const unicodeTexts: Corpus = {
  id: 'F-2',
  what: `Unicode texts, ${PICKED.length} of them picked`,
  cases: { quick: 3000, full: 50_000 },
  async play(stage, run) {
    const picked = playPicked(PICKED, (typed) => {
      checkRules(typed, 10, false);
      checkRules(typed, 10, true);
      return checkName(typed);
    });
    const [http, pure] = parted(run, 0.1);
    const rules = fc.tuple(text, fc.integer({ min: 1, max: 1000 }), fc.boolean());
    const read = playPure(rules, pure, ([typed, maxLength, multiline]) => {
      checkRules(typed, maxLength, multiline);
      return checkName(typed);
    });
    const taken = new Map<string, string | null>();
    const sent = await playAll(fc.tuple(fc.uuid(), text), http, async ([id, message]) => {
      const email = `${id}@example.org`;
      const answer = await stage.post(stage.asking, JSON.stringify({ data: { email, message } }));
      stage.judge(answer);
      const { text: kept } = checkText(message, { maxLength: 1000, multiline: true });
      if ((answer.status === 202) !== (kept !== null)) throw new Error(`Answered ${answer.status}`);
      if (kept !== null) taken.set(email, kept === '' ? null : kept);
      return kept !== null;
    });
    const opened = await openAll(stage);
    for (const [email, message] of taken) expect(opened.get(email)).toBe(message);
    return together(picked, read, sent);
  },
};
