import type { Core } from '@strapi/strapi';
import { options } from '../config';
import { ACTION, CAMPAIGN } from '../plugin';
import { defaultLocale } from '../publication/site-locales';
import { draftAddress, publishedAddress } from './link';
import type { Previews } from './previews';
import { findRow, mayRead, type Status } from './readable';
import type { Subject } from './token';
import { websiteFor } from './website';

/** What Strapi's own preview asks for. */
export interface ShownDocument {
  documentId?: string;
  locale?: string | null;
  status?: string;
}

const TYPES: Record<string, Subject['type'] | undefined> = {
  [CAMPAIGN]: 'campaign',
  [ACTION]: 'action',
};

/** Whether the panel's own policy lets it be framed: else the preview would stay blank. */
const mayBeFramed = (strapi: Core.Strapi, address: string): boolean => {
  const allowed = strapi.config.get<string[]>('admin.preview.config.allowedOrigins', []);
  const own = new URL(options(strapi).publicUrl).origin;
  const { origin } = new URL(address);
  return allowed.some((each) => each === origin || (each === "'self'" && origin === own));
};

/**
 * Where Strapi's preview finds the page of a document: with a token for its draft, or as everybody
 * sees it. Strapi asks for any document in the name of anybody who is signed in to the panel, so who
 * may see it is looked up here. Undefined, and Strapi then shows no preview: nobody has said which
 * website shows drafts, the panel may not frame it, or this user may not see the document.
 */
export const previewButton =
  (strapi: Core.Strapi, make: Previews['make']) =>
  async (
    uid: string,
    { documentId = '', ...asked }: ShownDocument,
  ): Promise<string | undefined> => {
    const type = TYPES[uid];
    if (!type) return undefined;
    const locale = asked.locale || (await defaultLocale(strapi));
    const status: Status = asked.status === 'published' ? 'published' : 'draft';
    const subject = { type, documentId };
    const row = await findRow(strapi, subject, locale, status);
    const { userAbility } = (strapi.requestContext.get()?.state ?? {}) as { userAbility?: unknown };
    if (!row || !userAbility || !mayRead(strapi, subject, userAbility, row)) return undefined;
    const website = await websiteFor(strapi, locale);
    if (website === '') return undefined;
    const page = { ...subject, locale, slug: row.slug };
    const address =
      status === 'published'
        ? publishedAddress(website, page)
        : draftAddress(website, { ...page, token: make(subject).token });
    return mayBeFramed(strapi, address) ? address : undefined;
  };
