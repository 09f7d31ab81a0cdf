import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { type PreviewLink, previewBody } from '../../../contracts/panel-preview';
import { options } from '../config';
import { fit } from '../http/fit';
import { apiBase } from '../http/gate';
import { service } from '../plugin';
import { apiAddress, draftAddress } from './link';
import { findRow, mayRead, type Row } from './readable';
import type { Subject } from './token';
import { websiteFor } from './website';

/** The draft in this locale, if this panel user may see it in the content-manager. */
const readableDraft = async (
  strapi: Core.Strapi,
  ctx: Context,
  subject: Subject,
  locale: string,
): Promise<Row> => {
  const row = await findRow(strapi, subject, locale);
  if (!row) throw new errors.NotFoundError('Not Found');
  const { userAbility } = ctx.state as { userAbility: unknown };
  if (!mayRead(strapi, subject, userAbility, row)) throw new errors.ForbiddenError('Forbidden');
  return row;
};

/** Makes a link to a draft; nothing of it is stored. */
export const makePreview =
  (strapi: Core.Strapi, type: Subject['type']) =>
  async (ctx: Context): Promise<{ data: PreviewLink }> => {
    const asked = fit(previewBody, ctx.request.body);
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
        page: website === '' ? null : draftAddress(website, shown),
        api: apiAddress(options(strapi).publicUrl + apiBase(strapi), shown),
        expiresAt: expiresAt.toISOString(),
      },
    };
  };
