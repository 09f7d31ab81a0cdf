import { useQueryParams } from '@strapi/strapi/admin';
import { type Locale, useContentLocalesQuery } from './api';

interface LocaleQuery {
  plugins?: { i18n?: { locale?: string } };
}

/** The language in which most people read the site: Strapi's default locale. */
export const useDefaultLocale = (): Locale | undefined => {
  const { data: locales = [] } = useContentLocalesQuery();
  return locales.find((locale) => locale.isDefault);
};

/** The language of the content being edited, which is not that of the panel. */
export const useContentLocale = (): string => {
  const [{ query }] = useQueryParams<LocaleQuery>();
  const byDefault = useDefaultLocale();
  return query.plugins?.i18n?.locale ?? byDefault?.code ?? 'en';
};
