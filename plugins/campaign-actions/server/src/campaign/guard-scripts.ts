import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { sayProblem } from '../../../contracts/editor-problems';
import { createAuditStore } from '../audit/store';
import type { OpenTransaction } from '../database';
import type { Call, Middleware } from '../editing/check-documents';
import { editorLanguage } from '../editing/language';
import { whoEdits } from '../http/panel-users';
import { CAMPAIGN, PERMISSIONS } from '../plugin';
import { defaultLocale } from '../publication/site-locales';
import {
  type ScriptDifference,
  type ScriptText,
  differenceOf,
  scriptTexts,
} from './script-difference';

/** What Strapi leaves on a panel's request; nothing for a seed or a command. */
interface Panel {
  userAbility?: { can(action: string): boolean };
}

type Difference = ScriptDifference & { locale: string };

/** What writes scripts, and what only takes back what was written. */
const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'clone']);
const TAKES_BACK: ReadonlySet<string> = new Set(['delete', 'discardDraft']);

/**
 * A script on a page can read all that is typed there, so it takes a permission of its own, and what
 * was changed stays in the audit (T-42). Publishing what somebody else wrote does not need it, nor does
 * deleting a page or discarding its draft.
 */
export const guardScripts =
  (strapi: Core.Strapi): Middleware =>
  async (call, next) => {
    if (call.uid !== CAMPAIGN) return next();
    const differences = WRITES.has(call.action)
      ? await written(strapi, call)
      : TAKES_BACK.has(call.action)
        ? await takenBack(strapi, call)
        : [];
    if (differences.length === 0) return next();
    const { userAbility } = (strapi.requestContext.get()?.state ?? {}) as Panel;
    // Of every other ForbiddenError Strapi makes a bare "Forbidden".
    if (WRITES.has(call.action) && userAbility?.can(PERMISSIONS.authorScripts) === false) {
      const problem = call.action === 'clone' ? 'scripts-not-copied' : 'scripts-not-allowed';
      throw new errors.PolicyError(sayProblem(problem, editorLanguage(strapi)));
    }

    return strapi.db.transaction(async ({ trx }: OpenTransaction) => {
      const result = await next();
      for (const difference of differences)
        await createAuditStore(trx).write({
          who: whoEdits(strapi),
          deed: 'scripts.change',
          action: null,
          details: { campaign: documentIdOf(call, result), ...difference },
        });
      return result;
    });
  };

const differenceIn = (locale: string, before: ScriptText[], after: ScriptText[]): Difference[] => {
  const difference = differenceOf(before, after);
  return difference ? [{ locale, ...difference }] : [];
};

/** What a save would change about the scripts. A copy is a page of its own, where there were none. */
const written = async (strapi: Core.Strapi, { action, params }: Call): Promise<Difference[]> => {
  const { data, documentId } = params;
  const given = data && 'scripts' in data ? scriptTexts(data.scripts) : null;
  if (action === 'clone') {
    const found = await rowsOf(strapi, { documentId, publishedAt: null }, params.locale);
    return found.flatMap(({ locale, scripts }) => differenceIn(locale, [], given ?? scripts));
  }
  if (!given) return [];
  const locale = typeof params.locale === 'string' ? params.locale : await defaultLocale(strapi);
  const stored = { documentId, publishedAt: null };
  const [before] = action === 'create' ? [] : await rowsOf(strapi, stored, locale);
  return differenceIn(locale, before?.scripts ?? [], given);
};

/** What goes with a page, or with the draft of one. */
const takenBack = async (strapi: Core.Strapi, { action, params }: Call): Promise<Difference[]> => {
  const { documentId, locale } = params;
  const drafts = await rowsOf(strapi, { documentId, publishedAt: null }, locale);
  const published = await rowsOf(strapi, { documentId, publishedAt: { $notNull: true } }, locale);
  return drafts.flatMap((draft) => {
    const shown = published.find((each) => each.locale === draft.locale)?.scripts ?? [];
    if (action === 'discardDraft') return differenceIn(draft.locale, draft.scripts, shown);
    const all = [...shown, ...draft.scripts].map((each) => [JSON.stringify(each), each] as const);
    return differenceIn(draft.locale, [...new Map(all).values()], []);
  });
};

/** Without a locale, of all languages, as Strapi's own deeds on a document. */
const rowsOf = async (
  strapi: Core.Strapi,
  where: Record<string, unknown>,
  locale: Call['params']['locale'],
): Promise<{ locale: string; scripts: ScriptText[] }[]> => {
  const asked = [locale ?? '*'].flat();
  const rows: unknown = await strapi.db.query(CAMPAIGN).findMany({
    where: { ...where, ...(asked.includes('*') ? {} : { locale: { $in: asked } }) },
    populate: { scripts: true },
  });
  return (rows as { locale: string; scripts?: unknown }[]).map((row) => ({
    locale: row.locale,
    scripts: scriptTexts(row.scripts),
  }));
};

const documentIdOf = ({ params }: Call, result: unknown): string | null =>
  (result as { documentId?: string } | null)?.documentId ?? params.documentId ?? null;
