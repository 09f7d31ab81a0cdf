import type { Slice } from '../assemble';
import { publicSignature } from './public-signature';

export const signatureSlice: Slice = {
  contentTypes: { signature: { schema: publicSignature.schema } },
};
