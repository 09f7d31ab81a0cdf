import { createHash } from 'node:crypto';
import type { Script } from '../../../contracts/campaign';
import type { ScriptContent } from './document';

const PLACEMENTS = { head: 'head', body_start: 'body-start', body_end: 'body-end' } as const;

export const scriptShape = (script: ScriptContent): Script => ({
  name: script.name,
  placement: PLACEMENTS[script.placement ?? 'head'],
  src: script.src || null,
  // An HTML parser reads every line end as \n, and browsers hash what the parser read.
  inline: script.inline ? script.inline.replace(/\r\n?/g, '\n') : null,
  integrity: script.integrity || null,
  async: script.async ?? false,
  defer: script.defer ?? false,
  consentCategory: script.consentCategory ?? 'marketing',
});

/** Where signers are at risk nothing else runs, whatever was written before they were. */
export const isSafeAtRisk = ({ inline, src, integrity }: Script): boolean =>
  inline === null && src !== null && integrity !== null;

/** Stands for wherever the front end is: a path resolves to the front end's own origin. */
const FRONT_END = 'https://front-end.invalid';

/** As a Content-Security-Policy names it; null for what is no address. */
export const originOf = (src: string): string | null => {
  if (!URL.canParse(src, FRONT_END)) return null;
  const { origin } = new URL(src, FRONT_END);
  if (origin === FRONT_END) return "'self'";
  return origin === 'null' ? null : origin;
};

const hashOf = (code: string): string =>
  `'sha384-${createHash('sha384').update(code).digest('base64')}'`;

/** What `script-src` of a Content-Security-Policy must name for these scripts to run. */
export const scriptSources = (scripts: Script[]): string[] => {
  const sources = scripts.flatMap(({ src, inline }) => [
    src ? originOf(src) : null,
    // A script element with a source ignores its own text.
    inline && !src ? hashOf(inline) : null,
  ]);
  return [...new Set(sources.filter((source) => source !== null))];
};
