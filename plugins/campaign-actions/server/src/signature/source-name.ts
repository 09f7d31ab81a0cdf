import type { Source } from './person';

const OTHER = 'other';
/** A name of a channel or partner; anything that could be a person's mark in a link is no name. */
const NAME = /^[a-z][a-z0-9._-]{0,39}$/;
const LONG_NUMBER = /\d{6}/;
const MOST_NAMES_A_DAY = 200;

const hostOf = (referrer: string): string | null => {
  try {
    return new URL(referrer).hostname.replace(/^www\./, '');
  } catch {
    return null;
  }
};

/** The source under which a signature is tallied in clear: coarse, and never an identifier. */
export const sourceName = (source: Partial<Source>): string | null => {
  const said =
    source.code ?? source.utmSource ?? (source.referrer ? hostOf(source.referrer) : null);
  if (!said) return null;
  const name = said.toLowerCase().replace(/\s+/g, '-');
  return NAME.test(name) && !LONG_NUMBER.test(name) ? name : OTHER;
};

/** Keeps the tallies small when somebody invents sources: after so many a day, the rest is `other`. */
export const createSourceCap = (most = MOST_NAMES_A_DAY) => {
  let day = '';
  const names = new Map<string, Set<string>>();
  return (action: string, today: string, name: string): string => {
    if (today !== day) names.clear();
    day = today;
    const known = names.get(action) ?? new Set();
    names.set(action, known);
    if (known.has(name)) return name;
    if (known.size >= most) return OTHER;
    known.add(name);
    return name;
  };
};
export type SourceCap = ReturnType<typeof createSourceCap>;
