import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { actionPage } from '../action/page';
import { campaignPage } from '../campaign/page';
import { ACTION, CAMPAIGN, service } from '../plugin';
import { createReader } from '../publication/reader';
import { createDraftStore } from './draft-store';
import { previewPanelRoutes } from './panel-routes';
import { type Previews, createPreviews } from './previews';

export type { Previews };

const previews = ({ strapi }: { strapi: Core.Strapi }): Previews => {
  const { publicUrl, organisation, defaultLocale, catalogue } = createReader(strapi);
  return createPreviews({
    keyring: service(strapi, 'operatorKeys').keyring,
    drafts: createDraftStore(strapi),
    catalogue,
    defaultLocale,
    surroundings: { publicUrl, organisation },
    pages: { [CAMPAIGN]: campaignPage, [ACTION]: actionPage },
    clock: () => new Date(),
  });
};

export const previewSlice: Slice = {
  services: { previews },
  routes: { 'preview-panel': previewPanelRoutes },
};
