const EXPOSED = ['Access-Control-Expose-Headers', 'ETag, Retry-After'];
const ANY_ORIGIN = ['Access-Control-Allow-Origin', '*', ...EXPOSED];

/**
 * CORS headers of an answer, name and value by turns: any origin and never with credentials, or
 * those alone that the operator lists.
 *
 * @param origins that the operator lists; none: any
 */
export const corsHeaders = (origins: readonly string[], origin: string | undefined): string[] => {
  if (origins.length === 0) return ANY_ORIGIN;
  const allowed = origin !== undefined && origins.includes(origin);
  return [
    'Vary',
    'Origin',
    ...(allowed ? ['Access-Control-Allow-Origin', origin] : []),
    ...EXPOSED,
  ];
};
