import type { Core } from '@strapi/strapi';
import { options } from '../config';
import { readOrganisation } from '../organisation/read';
import { localeChain } from '../publication/locale';
import { defaultLocale } from '../publication/site-locales';

/** The website that shows drafts, as the organisation or the operator has said; empty: nobody has. */
export const websiteFor = async (strapi: Core.Strapi, locale: string): Promise<string> => {
  const chain = localeChain(locale, await defaultLocale(strapi));
  const organisation = await readOrganisation(strapi, chain);
  return organisation?.previewUrl || options(strapi).previewUrl;
};
