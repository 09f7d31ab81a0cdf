import type { Core } from '@strapi/strapi';
import { ORGANISATION } from '../plugin';
import { inBestLocale } from '../publication/locale';
import type { OrganisationDocument } from './shape';

/** In all its locales. */
export const readOrganisations = async (strapi: Core.Strapi): Promise<OrganisationDocument[]> => {
  const rows: unknown = await strapi.db.query(ORGANISATION).findMany({
    populate: { logo: true, shareHandles: true },
    orderBy: { updatedAt: 'desc' },
  });
  return rows as OrganisationDocument[];
};

/** The organisation in the best locale of the chain; null before an editor has named it. */
export const readOrganisation = async (
  strapi: Core.Strapi,
  chain: string[],
): Promise<OrganisationDocument | null> =>
  inBestLocale(await readOrganisations(strapi), chain) ?? null;
