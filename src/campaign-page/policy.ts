import { STYLES } from 'campaign-actions-web/html';
import { hashOf } from '../policy/hash';
import type { Reader } from './read';

const hashes = STYLES.map(hashOf).join(' ');

/** What a page needs from elsewhere than this host. */
export interface Needs {
  /** Scripts of others, as the campaign lists their sources. */
  scripts?: readonly string[];
  /** A script of our own that stands in the page, by its hash. */
  ownScript?: string;
  /** Origins of images. */
  images?: readonly string[];
  /** Where a form leads on to once it was posted: browsers hold redirects against `form-action`, too. */
  forms?: readonly string[];
}

/** Where the images of content may lie: this host, by its public address, and its media. */
export const imageOrigins = ({
  publicUrl,
  mediaOrigins,
}: Pick<Reader, 'publicUrl' | 'mediaOrigins'>): string[] => [
  ...new Set([publicUrl, ...mediaOrigins].map((address) => new URL(address).origin)),
];

/**
 * What the page may load: our elements, the styles of ours by their hashes, images, and the scripts
 * that the campaign lists. Those of others seldom know Trusted Types, so these are asked for on
 * pages without any.
 */
export const contentSecurityPolicy = ({
  scripts = [],
  ownScript,
  images = [],
  forms = [],
}: Needs): string => {
  const fromHere = (directive: string, others: readonly string[]): string =>
    [directive, "'self'", ...others.filter((source) => source !== "'self'")].join(' ');
  return [
    "default-src 'none'",
    fromHere('script-src', [...scripts, ...(ownScript ? [ownScript] : [])]),
    `style-src ${hashes}`,
    fromHere('img-src', images),
    "connect-src 'self'",
    "worker-src 'self'",
    fromHere('form-action', forms),
    "base-uri 'none'",
    "frame-ancestors 'self'",
    ...(scripts.length === 0
      ? ["require-trusted-types-for 'script'", 'trusted-types campaign-actions']
      : []),
  ].join('; ');
};
