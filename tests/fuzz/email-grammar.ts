import fc from 'fast-check';
import { createTransport } from 'nodemailer';
import type { CompiledField } from '../../plugins/campaign-actions/server/src/action/form';
import {
  asciiDomain,
  canonicalEmail,
} from '../../plugins/campaign-actions/server/src/privacy/canonical-email';
import { valueOf } from '../../plugins/campaign-actions/server/src/signature/values';
import { type Corpus, type Played, type Run, together } from './corpus';

const EMAIL: CompiledField = {
  name: 'email',
  type: 'email',
  label: 'E-mail',
  required: true,
  maxLength: 254,
  options: null,
  help: null,
};
const read = valueOf(EMAIL);

const SIGNS = [
  ...'.@+-_!#$%&\'*/=?^`{|}~"(),:;<>[\\] \t\r\n\u0000\u0085\u200e\u202e\u034f\u2028\uff20\uff0e\u3002ßéжİ',
];
/** 20 places for each of 20 signs. */
const PLACES: ((sign: string) => string)[] = [
  (s) => `${s}zoe@example.org`,
  (s) => `zoe${s}@example.org`,
  (s) => `z${s}e@example.org`,
  (s) => `zoe@${s}example.org`,
  (s) => `zoe@exa${s}mple.org`,
  (s) => `zoe@example${s}.org`,
  (s) => `zoe@example.${s}org`,
  (s) => `zoe@example.org${s}`,
  (s) => `zoe@example.org${s}max@evil.example`,
  (s) => `max@evil.example${s}zoe@example.org`,
  (s) => `zoe${s}max@evil.example@example.org`,
  (s) => `"z${s}e"@example.org`,
  (s) => `zoe@[${s}127.0.0.1]`,
  (s) => `Zoe ${s}<zoe@example.org>`,
  (s) => `<zoe@example.org>${s}`,
  (s) => `zoe@example.org${s}\r\nRCPT TO:<max@evil.example>`,
  (s) => `friends:zoe${s}@example.org;`,
  (s) => `zoe@${s}`,
  (s) => `${s}@example.org`,
  (s) => `=?utf-8?q?max${s}?=@example.org`,
];
export const PICKED = PLACES.flatMap((place) => SIGNS.slice(0, 20).map(place)).concat(
  SIGNS.slice(20).flatMap((sign) => PLACES.slice(0, 10).map((place) => place(sign))),
);

const atom = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}[a-z0-9]$/) },
  fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,12}$/),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(...SIGNS, 'a'.repeat(64), 'é'.repeat(40), 'xn--', 'xn--maana-pta', 'ﬃ', '｡'),
);
const part = fc.array(atom, { minLength: 1, maxLength: 4 });
const address = fc
  .tuple(
    part,
    part,
    fc.constantFrom('@', '@', '@', '＠', '@@', ''),
    fc.constantFrom('.', '.', '。', ''),
  )
  .map(([local, domain, at, dot]) => `${local.join('.')}${at}${domain.join('.')}${dot}org`);

/** What the mail server is told, for an address that was taken. */
const recipientsOf = async (address: string): Promise<string[]> => {
  const at = address.lastIndexOf('@');
  const deliverable = `${address.slice(0, at)}@${asciiDomain(address.slice(at + 1))}`;
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { envelope } = await transport.sendMail({
    from: 'campaigns@example.org',
    to: { name: '', address: deliverable },
    text: '',
  });
  const named = ([] as unknown[]).concat(envelope.to ?? []).map(String);
  const [recipient = ''] = named;
  // Beside a local part that is not ASCII, the domain is written out in the mail server's own way.
  const domain = asciiDomain(recipient.slice(recipient.lastIndexOf('@') + 1));
  if (`${recipient.slice(0, recipient.lastIndexOf('@'))}@${domain}` !== deliverable)
    throw new Error(`Mail would go to ${named.join(' and ')}.`);
  return named;
};

const check = async (typed: string): Promise<boolean> => {
  const { kept, problem } = read(typed);
  if (problem !== null || kept === null) return false;
  const taken = String(kept);
  if (/[\s\p{C}"<>(),:;[\]\\]/u.test(taken)) throw new Error('A sign with a meaning was taken.');
  if (taken.split('@').length !== 2) throw new Error('More or less than one address was taken.');
  const canonical = canonicalEmail(taken);
  if (canonicalEmail(canonical) !== canonical) throw new Error('The canonical form has another.');
  const recipients = await recipientsOf(taken);
  if (recipients.length !== 1) throw new Error(`${recipients.length} recipients`);
  if (Buffer.byteLength(recipients[0] ?? '') > 254) throw new Error('Longer than SMTP allows.');
  return true;
};

const playPicked = async (): Promise<Played> => {
  const taken = await Promise.all(PICKED.map(check));
  return { cases: PICKED.length, taken: taken.filter(Boolean).length };
};

const playGrammar = async ({ seed, cases }: Run): Promise<Played> => {
  let taken = 0;
  const property = fc.asyncProperty(address, async (typed) => {
    taken += (await check(typed)) ? 1 : 0;
  });
  await fc.assert(property, { seed, numRuns: cases });
  return { cases, taken };
};

export const emailGrammar: Corpus = {
  id: 'F-5',
  what: `E-mail grammar, ${PICKED.length} of them picked`,
  cases: { quick: 2000, full: 30_000 },
  play: async (_stage, run) => together(await playPicked(), await playGrammar(run)),
};
