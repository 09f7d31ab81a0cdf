import type { Slice } from '../assemble';
import { registerComponents } from '../components';
import { shareHandle } from './components/share-handle';
import { organisation } from './content-type';

export const organisationSlice: Slice = {
  contentTypes: { organisation: { schema: organisation.schema } },
  register({ strapi }) {
    registerComponents(strapi, [shareHandle]);
  },
};
