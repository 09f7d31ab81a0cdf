import type { Core } from '@strapi/strapi';
import { I18N } from '../plugin';
import type { Fields } from './rule';

/** What this plugin uses of Strapi's i18n, whose services come untyped. */
interface Services {
  'content-types': { copyNonLocalizedAttributes: (model: unknown, document: Fields) => Fields };
}

const service = <K extends keyof Services>(strapi: Core.Strapi, name: K): Services[K] =>
  (strapi.plugin(I18N) as unknown as { service: (name: K) => Services[K] }).service(name);

/** The fields of a document that are one for all languages. */
export const sharedFields = (strapi: Core.Strapi, uid: string, document: Fields): Fields =>
  service(strapi, 'content-types').copyNonLocalizedAttributes(
    strapi.getModel(uid as 'admin::user'),
    document,
  );
