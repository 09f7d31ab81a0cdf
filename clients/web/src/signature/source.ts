import type { Source } from '../contracts';

const NAMES = {
  source: 'code',
  utm_source: 'utmSource',
  utm_medium: 'utmMedium',
  utm_campaign: 'utmCampaign',
  utm_content: 'utmContent',
  utm_term: 'utmTerm',
} as const satisfies Record<string, keyof Source>;
const LONGEST = 200;

const originOf = (url: string): string | null => {
  try {
    const { origin } = new URL(url);
    return origin === 'null' ? null : origin;
  } catch {
    return null;
  }
};

/** What the server would not take, and half a sign, go; nobody is kept from signing by a link. */
const cleaned = (value: string | null): string =>
  [...(value ?? '').replace(/[\p{C}\u2028\u2029]/gu, ' ')].slice(0, LONGEST).join('').trim();

/**
 * Where a supporter came from: what the page's address says, and of the page before, if it was on
 * another site, no more than which site that was.
 */
export const sourceOf = (page: URL, referrer: string): Source => {
  const from = originOf(referrer);
  const said = Object.entries(NAMES).flatMap(([parameter, name]) => {
    const value = cleaned(page.searchParams.get(parameter));
    return value ? [[name, value]] : [];
  });
  const source: Source = Object.fromEntries(said) as Source;
  return from === null || from === page.origin ? source : { ...source, referrer: from };
};

/** Of other sites' making: who clicked where is nobody's business. */
const MARKS = new Set(['fbclid', 'gclid', 'msclkid', 'dclid', 'igshid', 'mc_cid', 'mc_eid']);

/** The page's address (a `http` one, whole) without what it says about this visit. */
export const plainAddress = (page: string): string => {
  const url = new URL(page);
  for (const name of [...url.searchParams.keys()])
    if (name in NAMES || name.startsWith('utm_') || name === 'preview' || MARKS.has(name))
      url.searchParams.delete(name);
  url.hash = '';
  return url.href;
};

/** The same address under the name of a source. */
export const withSource = (page: string, code: string): string => {
  const url = new URL(page);
  url.searchParams.set('source', code);
  return url.href;
};
