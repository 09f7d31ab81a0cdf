import type { Core } from '@strapi/strapi';
import { options } from '../config';
import type { Catalogue } from '../action/catalogue';
import type { OrganisationDocument } from '../organisation/shape';
import { readOrganisation } from '../organisation/read';
import { service } from '../plugin';
import { createPublicationStore, type PublicationStore } from './store';
import { defaultLocale } from './site-locales';

/** What the reads of a page use: of what is published, or of drafts in its place. */
export interface PageReader {
  published: Pick<PublicationStore, 'rows' | 'whole'>;
  catalogue: Pick<Catalogue, 'find'>;
  publicUrl: string;
  defaultLocale: () => Promise<string>;
  organisation: (chain: string[]) => Promise<OrganisationDocument | null>;
}

export interface Reader extends PageReader {
  published: PublicationStore;
  catalogue: Catalogue;
}

/** Which page is asked for, as read from the request. */
export interface Asked {
  /** A documentId or a slug. */
  id: string;
  locale: string | null;
  /** Whether the answer carries counters. */
  counters: boolean;
}

export const createReader = (strapi: Core.Strapi): Reader => ({
  published: createPublicationStore(strapi),
  catalogue: service(strapi, 'catalogue'),
  publicUrl: options(strapi).publicUrl,
  defaultLocale: () => defaultLocale(strapi),
  organisation: (chain) => readOrganisation(strapi, chain),
});
