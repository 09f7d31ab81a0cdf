import type { Thanks } from '../contracts';

/** The page of its own that an editor thanks on, if it is one on the web. */
export const redirectOf = (thanks: Thanks | null, page: string): string | null => {
  if (!thanks?.redirectUrl) return null;
  try {
    const url = new URL(thanks.redirectUrl, page);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
};
