import type { Html } from '../html/tag';
import { closedHtml } from '../outcome/html';
import { almostThereHtml } from '../signature/html';
import { thanksHtml } from '../thanks/html';
import type { ActionInPlace } from './load';
import type { Sent } from './send';

/** A signature that was taken, and the address that it may have to be confirmed from. */
export type Taken = Extract<Sent, object>;

/** What is shown in place of a form that was sent. */
export const afterHtml = (
  sent: Taken | 'closed',
  { action, place }: ActionInPlace,
  share: Html | null,
): Html => {
  if (sent === 'closed') return closedHtml(action, place);
  const isRehearsal = place.preview !== null;
  return sent.answer.status === 'counted'
    ? thanksHtml(action, place, isRehearsal, share)
    : almostThereHtml(action, sent.email, isRehearsal, share);
};
