import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { actionPage } from '../action/page';
import { campaignPage } from '../campaign/page';
import { ACTION, CAMPAIGN, service } from '../plugin';
import { createReader } from '../publication/reader';
import { previewButton } from './button';
import { createDraftStore } from './draft-store';
import { previewPanelRoutes } from './panel-routes';
import { type Previews, createPreviews } from './previews';

/** The previews, and what Strapi's own preview button asks of them. */
export interface PreviewService extends Previews {
  address: ReturnType<typeof previewButton>;
}

const previews = ({ strapi }: { strapi: Core.Strapi }): PreviewService => {
  const { publicUrl, organisation, defaultLocale, catalogue } = createReader(strapi);
  const previewing = createPreviews({
    keyring: service(strapi, 'operatorKeys').keyring,
    drafts: createDraftStore(strapi),
    catalogue,
    defaultLocale,
    surroundings: { publicUrl, organisation },
    pages: { [CAMPAIGN]: campaignPage, [ACTION]: actionPage },
    clock: () => new Date(),
  });
  return { ...previewing, address: previewButton(strapi, (subject) => previewing.make(subject)) };
};

export const previewSlice: Slice = {
  services: { previews },
  routes: { 'preview-panel': previewPanelRoutes },
};
