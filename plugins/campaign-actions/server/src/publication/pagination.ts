import { errors } from '@strapi/utils';

export interface Limits {
  defaultLimit: number;
  /** Larger pages are cut to this. */
  maxLimit: number;
  withCount: boolean;
}

/** Which part of a list is asked for, in the words it was asked in. */
export interface Part {
  start: number;
  limit: number;
  paged: boolean;
  withCount: boolean;
}

const integer = (value: unknown, name: string, least: number): number | null => {
  if (value === undefined || value === '') return null;
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  if (!Number.isSafeInteger(number) || number < least || number > 2 ** 31) {
    throw new errors.ValidationError(
      `pagination[${name}] must be a whole number from ${least} up.`,
    );
  }
  return number;
};

const flag = (value: unknown, usual: boolean): boolean => {
  if (value === undefined || value === '') return usual;
  if (value === 'true' || value === 't' || value === '1') return true;
  if (value === 'false' || value === 'f' || value === '0') return false;
  throw new errors.ValidationError('pagination[withCount] must be true or false.');
};

/**
 * Strapi's `pagination[page]` and `[pageSize]`, or `[start]` and `[limit]`.
 *
 * @throws ValidationError when it is neither, or a mixture.
 */
export const partAsked = (asked: unknown, limits: Limits): Part => {
  const given = (typeof asked === 'object' ? asked : null) as Record<string, unknown> | null;
  const start = integer(given?.start, 'start', 0);
  const limit = integer(given?.limit, 'limit', 1);
  const page = integer(given?.page, 'page', 1);
  const pageSize = integer(given?.pageSize, 'pageSize', 1);
  const byOffset = start !== null || limit !== null;
  if (byOffset && (page !== null || pageSize !== null)) {
    throw new errors.ValidationError('Ask for a page and pageSize, or for start and limit.');
  }
  const size = Math.min(limit ?? pageSize ?? limits.defaultLimit, limits.maxLimit);
  return {
    start: byOffset ? (start ?? 0) : ((page ?? 1) - 1) * size,
    limit: size,
    paged: !byOffset,
    withCount: flag(given?.withCount, limits.withCount),
  };
};

/** What Strapi says of the part in `meta.pagination`; `total` is null when nobody counted. */
export const paginationMeta = ({ start, limit, paged }: Part, total: number | null) => {
  const counted = total === null ? {} : { total };
  if (!paged) return { start, limit, ...counted };
  const pages = total === null ? {} : { pageCount: Math.ceil(total / limit) };
  return { page: start / limit + 1, pageSize: limit, ...pages, ...counted };
};
