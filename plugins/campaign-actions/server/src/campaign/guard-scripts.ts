import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { sayProblem } from '../../../contracts/editor-problems';
import { createAuditStore } from '../audit/store';
import type { OpenTransaction } from '../database';
import type { Call, Middleware } from '../editing/check-documents';
import { editorLanguage } from '../editing/language';
import { type PanelUser, nameOf } from '../http/panel-users';
import { CAMPAIGN, PERMISSIONS } from '../plugin';
import { defaultLocale } from '../publication/site-locales';
import {
  type ScriptDifference,
  type ScriptText,
  differenceOf,
  scriptTexts,
} from './script-difference';

/** Whoever is at the panel, as Strapi leaves them on a request; nobody for a seed or a command. */
interface Panel {
  user?: PanelUser;
  userAbility?: { can(action: string): boolean };
}

const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'clone']);

/**
 * A script on a page can read all that is typed there, so it takes a permission of its own, and what
 * was changed stays in the audit (T-42). Publishing what somebody else wrote does not need it.
 */
export const guardScripts =
  (strapi: Core.Strapi): Middleware =>
  async (call, next) => {
    if (call.uid !== CAMPAIGN || !WRITES.has(call.action)) return next();
    const difference = await wantedDifference(strapi, call);
    if (!difference) return next();
    const panel = (strapi.requestContext.get()?.state ?? {}) as Panel;
    // Of every other ForbiddenError Strapi makes a bare "Forbidden".
    if (panel.userAbility?.can(PERMISSIONS.authorScripts) === false)
      throw new errors.PolicyError(sayProblem('scripts-not-allowed', editorLanguage(strapi)));

    return strapi.db.transaction(async ({ trx }: OpenTransaction) => {
      const result = await next();
      await createAuditStore(trx).write({
        who: panel.user ? nameOf(panel.user) : 'seed',
        deed: 'scripts.change',
        action: null,
        details: { campaign: documentIdOf(call, result), ...difference },
      });
      return result;
    });
  };

/** What a save would change about the scripts; null: nothing. */
const wantedDifference = async (
  strapi: Core.Strapi,
  { action, params }: Call,
): Promise<(ScriptDifference & { locale: string }) | null> => {
  const { data, documentId } = params;
  if (!data || !('scripts' in data)) return null;
  const locale = typeof params.locale === 'string' ? params.locale : await defaultLocale(strapi);
  const before = action === 'create' ? [] : await storedScripts(strapi, documentId, locale);
  const difference = differenceOf(before, scriptTexts(data.scripts));
  return difference && { locale, ...difference };
};

const storedScripts = async (
  strapi: Core.Strapi,
  documentId: string | undefined,
  locale: string,
): Promise<ScriptText[]> => {
  const row: unknown = await strapi.db.query(CAMPAIGN).findOne({
    where: { documentId, locale, publishedAt: null },
    populate: { scripts: true },
  });
  return scriptTexts((row as { scripts?: unknown } | null)?.scripts);
};

const documentIdOf = ({ params }: Call, result: unknown): string | null =>
  (result as { documentId?: string } | null)?.documentId ?? params.documentId ?? null;
