import { createHash } from 'node:crypto';
import { STYLES } from 'campaign-actions-web/html';

const hashes = STYLES.map(
  (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
).join(' ');

/**
 * What the page may load: our elements, the styles of ours by their hashes, images, and the scripts
 * that the campaign lists. Those of others seldom know Trusted Types, so these are asked for on
 * pages without any.
 */
export const contentSecurityPolicy = (
  scriptSources: readonly string[],
  images: readonly string[],
): string => {
  const origins = images.flatMap((url) => (URL.canParse(url) ? [new URL(url).origin] : []));
  return [
    "default-src 'none'",
    ["script-src 'self'", ...scriptSources.filter((source) => source !== "'self'")].join(' '),
    `style-src ${hashes}`,
    ["img-src 'self'", ...new Set(origins)].join(' '),
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    ...(scriptSources.length === 0
      ? ["require-trusted-types-for 'script'", 'trusted-types campaign-actions']
      : []),
  ].join('; ');
};
