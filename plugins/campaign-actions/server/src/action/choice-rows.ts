import type { Core } from '@strapi/strapi';
import { ACTION } from '../plugin';
import type { ActionRow } from './choices';

const SELECT = [
  'documentId',
  'locale',
  'title',
  'kind',
  'sensitive',
  'publishedAt',
  'updatedAt',
] as const;

/** The ids of the actions whose title has these words in some locale, last edited first. */
export const idsByTitle = async (
  strapi: Core.Strapi,
  search: string,
  limit: number,
): Promise<string[]> => {
  const rows = (await strapi.db.query(ACTION).findMany({
    select: ['documentId'],
    where: { publishedAt: null, ...(search === '' ? {} : { title: { $containsi: search } }) },
    orderBy: { updatedAt: 'desc' },
    // An action has one draft for each locale.
    limit: limit * 4,
  })) as { documentId: string }[];
  return [...new Set(rows.map((row) => row.documentId))].slice(0, limit);
};

/** All rows of these actions, drafts and published, in the order of the ids. */
export const rowsOf = async (strapi: Core.Strapi, ids: string[]): Promise<ActionRow[]> => {
  const rows = (await strapi.db.query(ACTION).findMany({
    select: [...SELECT],
    where: { documentId: { $in: ids } },
    orderBy: { id: 'asc' },
  })) as ActionRow[];
  return ids.flatMap((id) => rows.filter((row) => row.documentId === id));
};
