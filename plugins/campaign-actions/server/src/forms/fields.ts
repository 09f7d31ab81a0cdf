import type { FormFields } from '../http/body';
import { Problem, fieldError } from '../http/problems';
import { readBox } from '../signature/typed';

/** What a page without JavaScript has posted. */
export interface Posted {
  /** The same body that a script would have sent, but that all answers are texts. */
  json: { data: Record<string, unknown> };
  locale: string | null;
  /** Where the page wants its visitor to go on. */
  returnTo: string | null;
}

type Read = (text: string) => unknown;

const asText: Read = (text) => text;

/** Fields that stand together, and how each is read: `answers[membershipNumber]`. */
const GROUPS: Record<string, Read> = { answers: asText, consents: readBox, source: asText };

const IN_GROUP = /^([a-z]+)\[([^[\]]+)\]$/;

/** A browser sends the ends of lines as two signs; they are one, and count as one. */
const withLines = (text: string): string => text.replaceAll('\r\n', '\n');

/** @throws Problem 400 */
const refusePrototype = (name: string): void => {
  if (name === '__proto__') throw new Problem('invalid', [fieldError(['__proto__'], 'unknown')]);
};

/**
 * What was left empty is as if it were not there. Of a name that comes twice the last one holds: a hidden `false` may stand ahead of a box.
 *
 * @throws Problem 400
 */
export const readPosted = (fields: FormFields): Posted => {
  const data: Record<string, unknown> = {};
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of fields) {
    const [, group = '', member = ''] = IN_GROUP.exec(name) ?? [];
    const read = Object.hasOwn(GROUPS, group) ? GROUPS[group] : undefined;
    [name, member].forEach(refusePrototype);
    if (value === '') continue;
    const text = withLines(value);
    if (read) (groups[group] ??= {})[member] = read(text);
    else data[name] = text;
  }
  const { returnTo, ...rest } = data;
  const { locale } = rest;
  return {
    json: { data: { ...rest, ...groups } },
    locale: typeof locale === 'string' ? locale : null,
    returnTo: typeof returnTo === 'string' ? returnTo : null,
  };
};

/** The code that somebody pasted, or that of the link that they pasted in its place. */
export const readToken = (fields: FormFields): { data: { token: string } } => {
  const said = fields.findLast(([name]) => name === 'token')?.[1] ?? '';
  const pasted = said.slice(0, LONGEST_PASTED).replace(/\s+/g, '');
  const fragment = new URLSearchParams(pasted.slice(pasted.indexOf('#') + 1));
  return { data: { token: fragment.get('token') ?? pasted } };
};

const LONGEST_PASTED = 4000;
