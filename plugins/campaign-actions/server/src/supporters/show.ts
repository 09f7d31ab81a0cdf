import type { Core } from '@strapi/strapi';
import { type OpenTransaction, isSqlite, lockForWriting } from '../database';
import { PUBLIC_SIGNATURE, service } from '../plugin';
import type { Person } from '../signature/person';
import type { RegisterRow } from '../signature/rows';
import { nameShown } from './name-shown';
import { asOwnDeed } from './own-deed';
import { createSupporterStore } from './store';

/**
 * Makes the draft of what a supporter agreed to show. The draft, and that the signature names it, are
 * one transaction: neither is ever there without the other.
 *
 * @returns false when there is nothing to make it of: it cannot be opened
 */
export const show = async (strapi: Core.Strapi, row: RegisterRow): Promise<boolean> => {
  const said = await opened(strapi, row);
  await strapi.db.transaction(async ({ trx }: OpenTransaction) => {
    if (isSqlite(trx)) await lockForWriting(trx);
    const store = createSupporterStore(trx);
    if (!(await store.lockDue(row.id))) return;
    const documentId = said && (await makeDraft(strapi, row.action, said));
    await store.set([row.id], documentId);
  });
  return said !== null;
};

/** Null for what will not open now or later; a database that cannot be read for now is another matter. */
const opened = async (
  strapi: Core.Strapi,
  { action, id, sealed }: RegisterRow,
): Promise<Person | null> =>
  sealed &&
  ((await service(strapi, 'vault').openOrWhy(action, id, sealed)).opened as Person | null);

const makeDraft = async (
  strapi: Core.Strapi,
  action: string,
  { givenName, familyName, message, country }: Person,
): Promise<string> => {
  const data = { nameShown: nameShown({ givenName, familyName }), message, country, action };
  const made = await asOwnDeed(() =>
    strapi.documents(PUBLIC_SIGNATURE).create({ data, status: 'draft' } as never),
  );
  return (made as { documentId: string }).documentId;
};
