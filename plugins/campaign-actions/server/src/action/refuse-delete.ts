import type { Core } from '@strapi/strapi';
import type { Middleware } from '../editing/check-documents';
import { editorLanguage } from '../editing/language';
import { refusal } from '../editing/refuse';
import { ACTION } from '../plugin';

/** Tells how many signatures an action has, of whatever state. */
export type CountSignatures = (documentId: string) => Promise<number>;

/**
 * Keeps an action whose signatures would lose what they stand for. One language of several may go:
 * signatures belong to the document.
 */
export const refuseDelete =
  (strapi: Core.Strapi, countSignatures: CountSignatures): Middleware =>
  async ({ uid, action, params }, next) => {
    const { documentId, locale } = params;
    if (uid !== ACTION || action !== 'delete' || !documentId) return next();
    const rows = (await strapi.db.query(ACTION).findMany({
      where: { documentId },
      select: ['locale'],
    })) as { locale: string }[];
    const deleted = [locale].flat();
    const staysElsewhere =
      locale && !deleted.includes('*') && rows.some((row) => !deleted.includes(row.locale));
    const count = staysElsewhere ? 0 : await countSignatures(documentId);
    if (count > 0) {
      const problem = count === 1 ? 'action-has-a-signature' : 'action-has-signatures';
      throw refusal({ problem, values: { count } }, editorLanguage(strapi));
    }
    return next();
  };
