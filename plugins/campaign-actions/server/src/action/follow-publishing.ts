import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { createAuditStore } from '../audit/store';
import { createLedgerStore } from '../counter/store';
import { type OpenTransaction, isSqlite, lockForWriting } from '../database';
import { whoEdits } from '../http/panel-users';
import { ACTION, service } from '../plugin';
import { defaultLocale } from '../publication/site-locales';
import { createPublicSignatureStore } from '../signature/public-signature-store';
import { createSubmissionStore } from '../signature/submission-store';
import { type PublishedRow, copyPolicy } from './copy-policy';
import { DECIDING } from './document';
import { createPolicyStore } from './policy-store';

const CHANGES = new Set(['create', 'update', 'publish', 'unpublish', 'delete']);

const publishedRows = async (strapi: Core.Strapi, documentId: string): Promise<PublishedRow[]> => {
  const rows: unknown = await strapi.db.query(ACTION).findMany({
    where: { documentId, publishedAt: { $notNull: true } },
    populate: DECIDING,
  });
  return rows as PublishedRow[];
};

/**
 * Whatever publishes, unpublishes or deletes an action through the document service copies its
 * policy in the same transaction: content and `policies` never disagree.
 */
export const followPublishing = (strapi: Core.Strapi): void => {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== ACTION || !CHANGES.has(context.action)) return next();
    return strapi.db.transaction(async ({ trx, onCommit }: OpenTransaction) => {
      const result = await next();
      const documentId = documentIdOf(context.params, result);
      if (documentId) {
        await copyPublished(strapi, trx, documentId, whoEdits(strapi));
        if (context.action === 'delete') await forgetDeleted(strapi, trx, documentId);
        onCommit(() => service(strapi, 'catalogue').forget());
      }
      return result;
    });
  });
};

/** Copies what is published now, and with it how its counter is; whoever publishes the same action at the same time comes after. */
const copyPublished = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  documentId: string,
  who: string,
): Promise<void> => {
  await createPolicyStore(trx).takeTurn(documentId);
  const uses = {
    policies: createPolicyStore(trx),
    now: new Date(),
    defaultLocale: await defaultLocale(strapi),
    restored: (version: string) =>
      createAuditStore(trx).write({
        who,
        deed: 'form.restore',
        action: documentId,
        details: { version, reason: 'published again' },
      }),
  };
  const policy = await copyPolicy(uses, documentId, await publishedRows(strapi, documentId));
  // Register first, ledger last.
  if (policy?.sensitive) await createPublicSignatureStore(trx).removeAll(documentId);
  if (policy) await createLedgerStore(trx).publishInSteps(documentId, policy.sensitive);
};

/** Nothing is left of a deleted action that nobody signed; what was signed keeps its rules and numbers. */
const forgetDeleted = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  documentId: string,
): Promise<void> => {
  if ((await strapi.db.query(ACTION).count({ where: { documentId } })) > 0) return;
  if ((await createSubmissionStore(trx).countOf(documentId)) > 0) return;
  if (!(await createLedgerStore(trx).removeUnsigned(documentId))) return;
  await createPolicyStore(trx).remove(documentId);
};

const documentIdOf = (params: unknown, result: unknown): string | null => {
  for (const candidate of [params, result]) {
    const id = (candidate as { documentId?: unknown } | null)?.documentId;
    if (typeof id === 'string') return id;
  }
  return null;
};

/**
 * At boot: an import or a restored backup brings content in past the document service. Writes only
 * what differs.
 */
export const copyEveryPolicy = async (strapi: Core.Strapi): Promise<void> => {
  const published = (await strapi.db.query(ACTION).findMany({
    where: { publishedAt: { $notNull: true } },
    select: ['documentId'],
  })) as { documentId: string }[];
  const actions = new Set([
    ...published.map(({ documentId }) => documentId),
    ...(await createPolicyStore(strapi.db.connection).actions()),
  ]);
  for (const action of actions) {
    await strapi.db.transaction(async ({ trx }: OpenTransaction) => {
      // A command such as `strapi export` boots beside a server that writes.
      if (isSqlite(trx)) await lockForWriting(trx);
      await copyPublished(strapi, trx, action, 'server');
    });
  }
};
