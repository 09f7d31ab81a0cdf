import type { NextConfig } from 'next';

/** The address of a draft holds a token. That such a page is not kept Next says by itself. */
const QUIET = [
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Robots-Tag', value: 'noindex' },
];

const config: NextConfig = {
  poweredByHeader: false,
  headers: () =>
    Promise.resolve([
      { source: '/:path*', has: [{ type: 'query', key: 'preview' }], headers: QUIET },
    ]),
};

export default config;
