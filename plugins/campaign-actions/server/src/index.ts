import { actionSlice } from './action';
import { assemble } from './assemble';
import { auditSlice } from './audit';
import { campaignSlice } from './campaign';
import { config } from './config';
import { counterSlice } from './counter';
import { erasureSlice } from './erasure';
import { formsSlice } from './forms';
import { guardSlice } from './guard';
import { httpSlice } from './http';
import { invalidationSlice } from './invalidation';
import { leaseSlice } from './lease';
import { linkPageSlice } from './link-page';
import { mailSlice } from './mail';
import { organisationSlice } from './organisation';
import { outboxSlice } from './outbox';
import { personSlice } from './person';
import { previewSlice } from './preview';
import { privacySlice } from './privacy';
import { publicationSlice } from './publication';
import { readinessSlice } from './readiness';
import { retentionSlice } from './retention';
import { signatureSlice } from './signature';
import { supportersSlice } from './supporters';

// In the order of starting; stopping goes the other way: first of all the server says that it is not
// ready any more, and signatures are drained before the outbox.
const slices = [
  httpSlice,
  privacySlice,
  leaseSlice,
  auditSlice,
  counterSlice,
  organisationSlice,
  actionSlice,
  campaignSlice,
  publicationSlice,
  previewSlice,
  mailSlice,
  outboxSlice,
  guardSlice,
  erasureSlice,
  signatureSlice,
  personSlice,
  retentionSlice,
  invalidationSlice,
  supportersSlice,
  linkPageSlice,
  formsSlice,
  readinessSlice,
];

export default { ...assemble(slices), config };
