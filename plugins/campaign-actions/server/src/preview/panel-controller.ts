import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { type PreviewLink, previewBody } from '../../../contracts/panel-preview';
import { options } from '../config';
import { apiBase } from '../http/gate';
import { readOrganisation } from '../organisation/read';
import { ACTION, CAMPAIGN, CONTENT_MANAGER, service } from '../plugin';
import { localeChain } from '../publication/locale';
import { defaultLocale } from '../publication/site-locales';
import { apiAddress, pageAddress } from './link';
import type { Subject } from './token';

interface Row {
  locale: string;
  slug: string | null;
}

/** The part of the content-manager that says who may see which document; it ships no types for it. */
interface PermissionChecker {
  create(of: { userAbility: unknown; model: string }): { cannot: { read(row: object): boolean } };
}

const UIDS = { campaign: CAMPAIGN, action: ACTION } as const;

/** The draft in this locale, if this panel user may see it in the content-manager. */
const readableDraft = async (
  strapi: Core.Strapi,
  ctx: Context,
  { type, documentId }: Subject,
  locale: string,
): Promise<Row> => {
  const model = UIDS[type];
  // Who made it, and in which roles they are: an administrator may have said "only their own".
  const row: unknown = await strapi.db.query(model).findOne({
    where: { documentId, locale, publishedAt: null },
    populate: { createdBy: { populate: ['roles'] } },
  });
  if (!row) throw new errors.NotFoundError('Not Found');
  const { userAbility } = ctx.state as { userAbility: unknown };
  const checker = strapi
    .plugin(CONTENT_MANAGER)
    .service<PermissionChecker>('permission-checker')
    .create({ userAbility, model });
  if (checker.cannot.read(row)) throw new errors.ForbiddenError('Forbidden');
  return row as Row;
};

/** The website that shows drafts, as the organisation or the operator has said; empty: nobody has. */
const websiteFor = async (strapi: Core.Strapi, locale: string): Promise<string> => {
  const organisation = await readOrganisation(
    strapi,
    localeChain(locale, await defaultLocale(strapi)),
  );
  return organisation?.previewUrl || options(strapi).previewUrl;
};

/** Makes a link to a draft; nothing of it is stored. */
export const makePreview =
  (strapi: Core.Strapi, type: Subject['type']) =>
  async (ctx: Context): Promise<{ data: PreviewLink }> => {
    const asked = previewBody.safeParse(ctx.request.body);
    if (!asked.success) throw new errors.ValidationError('locale is needed.');
    const { documentId } = ctx.params as { documentId: string };
    const { locale } = asked.data.data;
    const { slug } = await readableDraft(strapi, ctx, { type, documentId }, locale);
    const { token, expiresAt } = service(strapi, 'previews').make({ type, documentId });
    const shown = { type, documentId, locale, slug, token };
    const website = await websiteFor(strapi, locale);
    ctx.set('Cache-Control', 'no-store');
    return {
      data: {
        page: website === '' ? null : pageAddress(website, shown),
        api: apiAddress(options(strapi).publicUrl + apiBase(strapi), shown),
        expiresAt: expiresAt.toISOString(),
      },
    };
  };
