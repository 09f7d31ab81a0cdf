import type { Core } from '@strapi/strapi';
import { type Soon, after, createFresh } from '../fresh';
import { inBestLocale, localeChain } from '../publication/locale';
import { defaultLocale } from '../publication/site-locales';
import { readOrganisations } from './read';
import type { OrganisationDocument } from './shape';

interface Present {
  rows: OrganisationDocument[];
  usual: string;
}

/**
 * The organisation in the locale nearest to the one asked for, as it was a second ago at most: for
 * pages that anybody may open as often as they like.
 */
export const presentOrganisation = (
  strapi: Core.Strapi,
): ((locale: string | null) => Soon<OrganisationDocument | null>) => {
  const present = createFresh<Present>({ rows: [], usual: '' }, async () => ({
    rows: await readOrganisations(strapi),
    usual: await defaultLocale(strapi),
  }));
  return (locale) =>
    after(
      present.get(),
      ({ rows, usual }) => inBestLocale(rows, localeChain(locale, usual)) ?? null,
    );
};
