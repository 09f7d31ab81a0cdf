import type { Core } from '@strapi/strapi';
import { ACTION, CAMPAIGN, CONTENT_MANAGER } from '../plugin';
import type { Subject } from './token';

export interface Row {
  locale: string;
  slug: string | null;
}

export type Status = 'draft' | 'published';

/** The part of the content-manager that says who may see which document; it ships no types for it. */
interface PermissionChecker {
  create(of: { userAbility: unknown; model: string }): { cannot: { read(row: object): boolean } };
}

const UIDS = { campaign: CAMPAIGN, action: ACTION } as const;

/** A document in one locale, and who made it: an administrator may have said "only their own". */
export const findRow = async (
  strapi: Core.Strapi,
  { type, documentId }: Subject,
  locale: string,
  status: Status = 'draft',
): Promise<Row | null> => {
  const publishedAt = status === 'draft' ? null : { $notNull: true };
  const row: unknown = await strapi.db.query(UIDS[type]).findOne({
    where: { documentId, locale, publishedAt },
    populate: { createdBy: { populate: ['roles'] } },
  });
  return row as Row | null;
};

/** Whether this panel user may see it in the content-manager. */
export const mayRead = (
  strapi: Core.Strapi,
  { type }: Pick<Subject, 'type'>,
  userAbility: unknown,
  row: Row,
): boolean =>
  !strapi
    .plugin(CONTENT_MANAGER)
    .service<PermissionChecker>('permission-checker')
    .create({ userAbility, model: UIDS[type] })
    .cannot.read(row);
