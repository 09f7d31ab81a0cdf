import type { Core } from '@strapi/strapi';
import type { Middleware } from './check-documents';
import { CONTENT_MANAGER } from '../plugin';
import { defaultLocale } from '../publication/site-locales';

/** Room for the number that makes a slug unique. */
const LONGEST_TITLE = 100;

/** The part of the content-manager that makes slugs; it ships no types for it. */
interface Slugs {
  generateUIDField(asked: {
    contentTypeUID: string;
    field: string;
    data: object;
    locale: string;
  }): Promise<string>;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * An address that an editor left empty is made from the title. Strapi's own input would offer the
 * name of the content type instead, for it asks before there is a title.
 */
export const slugFromTitle =
  (strapi: Core.Strapi, uid: string): Middleware =>
  async (call, next) => {
    const { action, params } = call;
    const { title, slug } = params.data ?? {};
    const leftEmpty = action === 'create' || slug !== undefined;
    const saves = action === 'create' || action === 'update';
    if (call.uid === uid && saves && leftEmpty && !isText(slug) && isText(title)) {
      const locale =
        typeof params.locale === 'string' ? params.locale : await defaultLocale(strapi);
      const slugs = strapi.plugin(CONTENT_MANAGER).service<Slugs>('uid');
      const made = await slugs.generateUIDField({
        contentTypeUID: uid,
        field: 'slug',
        data: { title: title.slice(0, LONGEST_TITLE) },
        locale,
      });
      params.data = { ...params.data, slug: made };
    }
    return next();
  };
