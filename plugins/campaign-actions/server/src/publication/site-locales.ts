import type { Core } from '@strapi/strapi';
import { I18N } from '../plugin';

interface I18nLocales {
  getDefaultLocale(): Promise<string>;
  find(): Promise<{ code: string }[]>;
}

const i18n = (strapi: Core.Strapi): I18nLocales => strapi.plugin(I18N).service('locales');

export const defaultLocale = (strapi: Core.Strapi): Promise<string> =>
  i18n(strapi).getDefaultLocale();

/** Every locale that content can be written in. */
export const siteLocales = async (strapi: Core.Strapi): Promise<string[]> =>
  (await i18n(strapi).find()).map(({ code }) => code);
