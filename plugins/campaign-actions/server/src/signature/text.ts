import type { FieldErrorCode } from '../http/problems';

export interface TextRules {
  /** In code points, after trimming; so in bytes it is four times as many, in graphemes no more. */
  maxLength: number;
  /** Whether line breaks and tabs may stand in it. */
  multiline: boolean;
}

export type CheckedText = { text: string; problem: null } | { text: null; problem: FieldErrorCode };

/** Most of what arrives: nothing here means more than it shows, and NFC leaves all of it alone. */
const PLAIN = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f]*$/;
const PLAIN_LINES = /^[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u024f]*$/;

/** Controls, and the characters that turn the direction of text around to disguise it. */
const NEVER =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\p{Noncharacter_Code_Point}]/u;
const LINE_END = /\r\n?|[\u2028\u2029]/g;
const ONE_LINE = /[\n\r\t\u2028\u2029]/;
/**
 * Letters of real writing carry up to three marks on top of each other, and in Burmese up to five
 * beside each other; what carries more climbs over the lines around it.
 */
const MANY_MARKS = /\p{M}{5}/u;
const TOO_MANY_MARKS = /[\p{Mn}\p{Me}]{5}|\p{M}{9}/u;

/** What people cannot see and did not mean to send: it comes along when text is copied. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/u;
const NEVER_NEEDED = /[\u00ad\u2060-\u2064\ufeff]/g;
const SOMETIMES_NEEDED = /[\u200b-\u200d\u{e0000}-\u{e007f}]/gu;
/** A place to break a line, outside of the writing without spaces. */
const BREAK_NOT_NEEDED =
  /\u200b(?<![\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}]\u200b)/gu;
/** A joiner behind what neither joins letters (Persian, the scripts of India) nor is an emoji. */
const JOINER_NOT_NEEDED =
  /[\u200c\u200d](?<=(?:^|[^\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\u0300-\u036f])[\u200c\u200d])/gu;
/** A tag that is not part of the flag of a region, which begins with a black one. */
const TAG_NOT_NEEDED =
  /[\u{e0000}-\u{e007f}](?<!\u{1f3f4}[\u{e0061}-\u{e007a}]{0,6}[\u{e0000}-\u{e007f}])/gu;
/** Blanks that Unicode counts among letters, marks and signs. */
const SEEN = /[^\s\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

const withoutNeedless = (text: string): string =>
  text
    .normalize('NFC')
    .replace(BREAK_NOT_NEEDED, '')
    .replace(JOINER_NOT_NEEDED, '')
    .replace(TAG_NOT_NEEDED, '')
    .normalize('NFC');

/** In NFC, and without what is invisible and means nothing there. */
const composed = (text: string): string => {
  if (!INVISIBLE.test(text)) return text.normalize('NFC');
  const seen = text.replace(NEVER_NEEDED, '');
  const once = withoutNeedless(seen);
  if (once === seen) return once;
  // Letters that came together anew could make more of it needless, without end: then all of it goes.
  return withoutNeedless(once) === once
    ? once
    : seen.replace(SOMETIMES_NEEDED, '').normalize('NFC');
};

const bad = (problem: FieldErrorCode): CheckedText => ({ text: null, problem });

const ofLength = (text: string, maxLength: number): CheckedText =>
  // Code points are never more than UTF-16 units.
  text.length > maxLength && [...text].length > maxLength
    ? bad('too-long')
    : { text, problem: null };

/**
 * What a supporter typed, as it will be kept: NFC (not NFKC, which can grow a text 18-fold), trimmed,
 * line ends as `\n`, without what is invisible and means nothing there. Nothing else is changed in
 * silence: what may not stand there is a problem. What it answers, it would answer unchanged again.
 */
export const checkText = (typed: string, { maxLength, multiline }: TextRules): CheckedText => {
  // One letter in pieces, as some systems copy it, is four units; this bounds the work of what follows.
  if (typed.length > maxLength * 4 + 64) return bad('too-long');
  if ((multiline ? PLAIN_LINES : PLAIN).test(typed)) return ofLength(typed.trim(), maxLength);
  if (!typed.isWellFormed() || NEVER.test(typed)) return bad('characters');
  if (!multiline && ONE_LINE.test(typed)) return bad('characters');
  const text = composed(typed.replace(LINE_END, '\n')).trim();
  if (MANY_MARKS.test(text) && TOO_MANY_MARKS.test(text)) return bad('characters');
  return SEEN.test(text) ? ofLength(text, maxLength) : { text: '', problem: null };
};
