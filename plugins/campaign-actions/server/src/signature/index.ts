import type { Slice } from '../assemble';
import { watchDocuments } from '../editing/check-documents';
import { offerEditViews } from '../editing/edit-view';
import { publicSignature } from './public-signature';
import { refuseHandmade } from './refuse-handmade';

export const signatureSlice: Slice = {
  contentTypes: { signature: { schema: publicSignature.schema } },
  register({ strapi }) {
    offerEditViews(strapi, [publicSignature]);
    watchDocuments(strapi, refuseHandmade(strapi));
  },
};
