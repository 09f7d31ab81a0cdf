import type { Action } from '../contracts';
import { type Html, attributes, html } from '../html/tag';
import type { Place } from '../page/place';

/** The whole element, for a server. */
export const formElementHtml = ({ documentId }: Action, { locale }: Place): Html =>
  html`<campaign-form${attributes({ action: documentId, locale })}></campaign-form>`;
