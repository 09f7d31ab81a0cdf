import { actionSlice } from './action';
import { assemble } from './assemble';
import { campaignSlice } from './campaign';
import { config } from './config';
import { counterSlice } from './counter';
import { organisationSlice } from './organisation';
import { publicationSlice } from './publication';
import { signatureSlice } from './signature';

const slices = [
  organisationSlice,
  actionSlice,
  campaignSlice,
  counterSlice,
  publicationSlice,
  signatureSlice,
];

export default { ...assemble(slices), config };
