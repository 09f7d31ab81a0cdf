import type { Core } from '@strapi/strapi';
import type { PendingPolicy } from '../../../contracts/panel-policy';
import { ACTION } from '../plugin';
import { type DraftSettings, pendingSettings } from './pending-policy';
import { createPolicyStore } from './policy-store';
import type { Outcome } from './shape';

const draftOf = (strapi: Core.Strapi, documentId: string, locale: string): Promise<unknown> =>
  strapi.db.query(ACTION).findOne({
    where: { documentId, locale, publishedAt: null },
    populate: { holds: true },
  });

const publishedOutcome = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<Outcome> => {
  const row: unknown = await strapi.db.query(ACTION).findOne({
    where: { documentId, locale, publishedAt: { $notNull: true } },
    select: ['outcome'],
  });
  return (row as { outcome: Outcome | null } | null)?.outcome ?? 'none';
};

/**
 * What the draft of one locale has changed and the policy in force does not have. It is the policy
 * that is asked, not the published content: i18n may carry a setting over to the default locale's row
 * without that row being published.
 */
export const readPending = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<PendingPolicy> => {
  const policy = await createPolicyStore(strapi.db.connection).read(documentId);
  const draft = (await draftOf(strapi, documentId, locale)) as DraftSettings | null;
  if (!policy || policy.unpublishedAt || !draft) return { settings: [], locale: null };
  const { defaultLocale, locales } = policy;
  const canonical = defaultLocale in locales ? defaultLocale : null;
  const outcome = await publishedOutcome(strapi, documentId, canonical ?? locale);
  return { settings: pendingSettings(draft, policy, outcome), locale: canonical };
};
