import type { Core } from '@strapi/strapi';
import { yup } from '@strapi/utils';
import { options } from '../config';
import { ACTION } from '../plugin';
import { defaultLocale } from '../publication/site-locales';
import { sharedFields } from './i18n';
import { editorLanguage } from './language';
import { fieldErrors } from './refuse';
import type { Checking, Fields } from './rule';
import { defaultsOf, mergeFields, populateAll } from './whole-document';

/** How the documents of one content type are checked. */
export interface Checks {
  uid: string;
  schema: yup.AnySchema;
  /** Fills in what an editor may leave empty, before anything is checked or stored. */
  prepare?: (given: Fields, stored: Fields | null) => Fields | Promise<Fields>;
}

/** What the document service hands to its middlewares, as far as it is used here. */
export interface Call {
  uid: string;
  action: string;
  params: {
    data?: Fields;
    documentId?: string;
    locale?: string | string[] | null;
    status?: 'draft' | 'published';
  };
}
export type Middleware = (call: Call, next: () => Promise<unknown>) => Promise<unknown>;

/** Strapi types a middleware over every content type of a host, which a plugin cannot name. */
export const watchDocuments = (strapi: Core.Strapi, middleware: Middleware): void => {
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};

const SAVES: ReadonlySet<string> = new Set(['create', 'update', 'clone']);

type Drafts = (documentId: string, locale: Call['params']['locale']) => Promise<Fields[]>;

const draftsOf =
  (strapi: Core.Strapi, uid: string): Drafts =>
  async (documentId, locale) =>
    await strapi.documents(uid as typeof ACTION).findMany({
      filters: { documentId },
      ...(locale ? { locale } : {}),
      status: 'draft',
      populate: populateAll(strapi, uid),
    } as never);

const checkingOf = (
  strapi: Core.Strapi,
  uid: string,
  at: { documentId: string | undefined; locale: string; publishing: boolean },
): Checking => ({
  publishing: at.publishing,
  documentId: at.documentId,
  actionExists: async (documentId) =>
    (await strapi.db.query(ACTION).count({ where: { documentId } })) > 0,
  actionIsSensitive: async (documentId) =>
    (await strapi.db.query(ACTION).count({ where: { documentId, sensitive: true } })) > 0,
  scriptOrigins: options(strapi).scriptOrigins,
  slugIsTaken: async (slug) =>
    (await strapi.db.query(uid).count({
      where: {
        slug,
        locale: at.locale,
        ...(at.documentId ? { documentId: { $ne: at.documentId } } : {}),
      },
    })) > 0,
  hasSvg: async (files) =>
    (await strapi.db.query('plugin::upload.file').count({
      where: {
        id: { $in: files.map(Number).filter(Number.isInteger) },
        $or: [{ mime: { $startsWithi: 'image/svg' } }, { ext: { $eqi: '.svg' } }],
      },
    })) > 0,
});

/** @throws ValidationError with a message at each field that needs a correction. */
const check = async (
  strapi: Core.Strapi,
  { schema }: Checks,
  document: Fields,
  context: Checking,
) => {
  try {
    await schema.validate(document, { strict: true, abortEarly: false, context });
  } catch (error) {
    if (error instanceof yup.ValidationError) throw fieldErrors(error, editorLanguage(strapi));
    throw error;
  }
};

/**
 * Checks what editors write: on save, whether it makes sense; on publish, whether it is complete.
 * It stands ahead of Strapi's own validation, whose messages for rich text point below the field,
 * where no form shows them.
 */
export const checkDocuments = (strapi: Core.Strapi, checks: Checks): Middleware => {
  const drafts = draftsOf(strapi, checks.uid);

  /** What is there before a save; a new language starts from what all languages share. */
  const before = async (documentId: string, locale: string): Promise<Fields[]> => {
    const own = await drafts(documentId, locale);
    if (own.length > 0) return own;
    const others = await drafts(documentId, '*');
    return others.slice(0, 1).map((draft) => sharedFields(strapi, checks.uid, draft));
  };

  const save = async ({ action, params }: Call) => {
    const locale = typeof params.locale === 'string' ? params.locale : await defaultLocale(strapi);
    const source = action === 'create' ? undefined : params.documentId;
    const [stored = null] = source ? await before(source, locale) : [];
    params.data = (await checks.prepare?.(params.data ?? {}, stored)) ?? params.data ?? {};
    const document = mergeFields({ ...defaultsOf(strapi, checks.uid), ...stored }, params.data);
    const documentId = action === 'update' ? source : undefined;
    const publishing = params.status === 'published';
    await check(
      strapi,
      checks,
      document,
      checkingOf(strapi, checks.uid, { documentId, locale, publishing }),
    );
  };

  const publish = async ({ params }: Call) => {
    const { documentId } = params;
    if (!documentId) return;
    for (const draft of await drafts(documentId, params.locale)) {
      const at = { documentId, locale: String(draft.locale), publishing: true };
      await check(strapi, checks, draft, checkingOf(strapi, checks.uid, at));
    }
  };

  return async (call, next) => {
    if (call.uid === checks.uid) {
      if (SAVES.has(call.action)) await save(call);
      if (call.action === 'publish') await publish(call);
    }
    return next();
  };
};
