import type { Slice } from '../assemble';
import { registerComponents } from '../components';
import { checkDocuments, watchDocuments } from '../editing/check-documents';
import { offerEditViews } from '../editing/edit-view';
import { ORGANISATION } from '../plugin';
import { organisationChecks } from './checks';
import { shareHandle } from './components/share-handle';
import { organisation } from './content-type';
import { organisationController } from './controller';
import { organisationReads } from './routes';

export const organisationSlice: Slice = {
  contentTypes: { organisation: { schema: organisation.schema } },
  controllers: { organisation: organisationController },
  routes: { 'organisation-reads': organisationReads },
  register({ strapi }) {
    registerComponents(strapi, [shareHandle]);
    offerEditViews(strapi, [organisation, shareHandle]);
    watchDocuments(
      strapi,
      checkDocuments(strapi, { uid: ORGANISATION, schema: organisationChecks }),
    );
  },
};
