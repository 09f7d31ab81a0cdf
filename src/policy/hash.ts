import { createHash } from 'node:crypto';

/** What a Content-Security-Policy calls a style or a script that stands in the page itself. */
export const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
