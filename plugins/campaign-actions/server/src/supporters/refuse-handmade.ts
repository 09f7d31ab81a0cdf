import type { Core } from '@strapi/strapi';
import type { Call, Middleware } from '../editing/check-documents';
import { type OpenTransaction, isSqlite, lockForWriting } from '../database';
import { editorLanguage } from '../editing/language';
import { refusal } from '../editing/refuse';
import { PUBLIC_SIGNATURE } from '../plugin';
import { publicSignature } from '../signature/public-signature';
import { createPublicSignatureStore } from '../signature/public-signature-store';
import { isOwnDeed } from './own-deed';

const SAID = Object.keys(publicSignature.schema.attributes);

const isEdited = async (strapi: Core.Strapi, { documentId, data = {} }: Call['params']) => {
  const stored = (await strapi.db
    .query(PUBLIC_SIGNATURE)
    .findOne({ where: { documentId } })) as Record<string, unknown> | null;
  return SAID.some((name) => name in data && (data[name] ?? null) !== (stored?.[name] ?? null));
};

/**
 * A public signature is a supporter's own word: nobody else writes one or changes it. Publishing
 * from the panel saves first, so a save that changes nothing passes. Deleting one refuses it for good.
 */
export const refuseHandmade =
  (strapi: Core.Strapi): Middleware =>
  async (call, next) => {
    if (call.uid !== PUBLIC_SIGNATURE || isOwnDeed()) return next();
    if (call.action === 'create' || call.action === 'clone') {
      throw refusal({ problem: 'public-signature-handmade' }, editorLanguage(strapi));
    }
    if (call.action === 'update' && (await isEdited(strapi, call.params))) {
      throw refusal({ problem: 'public-signature-edited' }, editorLanguage(strapi));
    }
    return call.action === 'delete' ? refuseForGood(strapi, call, next) : next();
  };

/** In one transaction, the signature's row first: that is the order of all who take one away. */
const refuseForGood = (
  strapi: Core.Strapi,
  { params: { documentId } }: Call,
  next: () => Promise<unknown>,
): Promise<unknown> =>
  strapi.db.transaction(async ({ trx }: OpenTransaction) => {
    if (isSqlite(trx)) await lockForWriting(trx);
    const entry = (await strapi.db.query(PUBLIC_SIGNATURE).findOne({ where: { documentId } })) as {
      action: string | null;
    } | null;
    if (documentId && entry?.action)
      await createPublicSignatureStore(trx).refuse(entry.action, documentId);
    return next();
  });
