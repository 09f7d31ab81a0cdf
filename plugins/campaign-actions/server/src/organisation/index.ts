import type { Slice } from '../assemble';
import { registerComponents } from '../components';
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
  },
};
