import { actionSlice } from './action';
import { assemble } from './assemble';
import { campaignSlice } from './campaign';
import { config } from './config';
import { organisationSlice } from './organisation';
import { signatureSlice } from './signature';

const slices = [organisationSlice, actionSlice, campaignSlice, signatureSlice];

export default { ...assemble(slices), config };
