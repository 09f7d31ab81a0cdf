import type { FieldErrorCode } from '../http/problems';

export interface TextRules {
  /** In code points, after trimming. */
  maxLength: number;
  /** Whether line breaks and tabs may stand in it. */
  multiline: boolean;
}

// Controls, and the characters that turn the direction of text around to disguise it.
const NEVER =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;
const ONE_LINE = /[\n\r\t\u2028\u2029]/;

export type CheckedText = { text: string; problem: null } | { text: null; problem: FieldErrorCode };

/**
 * What a supporter typed, as it will be kept: NFC (not NFKC, which can grow a text 18-fold), trimmed,
 * line ends as `\n`. Nothing is stripped in silence: what may not stand there is a problem.
 */
export const checkText = (typed: string, { maxLength, multiline }: TextRules): CheckedText => {
  // Code points are never more than UTF-16 units, so this bounds the work of what follows.
  if (typed.length > maxLength * 2 + 64) return { text: null, problem: 'too-long' };
  if (!typed.isWellFormed() || NEVER.test(typed)) return { text: null, problem: 'characters' };
  if (!multiline && ONE_LINE.test(typed)) return { text: null, problem: 'characters' };
  const text = typed.replace(/\r\n?/g, '\n').normalize('NFC').trim();
  if (text.length > maxLength && [...text].length > maxLength)
    return { text: null, problem: 'too-long' };
  return { text, problem: null };
};
