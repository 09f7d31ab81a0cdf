import type { Action } from '../contracts';
import { headingHtml, screenHtml } from '../form/screen';
import { type Html, html } from '../html/tag';
import { nextActionHtml } from '../next/html';
import type { Place } from '../page/place';
import { blocksHtml } from '../section/blocks';
import { signatureTexts } from '../signature/texts';
import { thanksTexts } from './texts';

/** When it counts. */
export const thanksHtml = (
  action: Action,
  place: Place,
  rehearsed: boolean,
  share: Html | null,
): Html => {
  const { thanks, locale } = action;
  return screenHtml(
    action,
    'thanks',
    html`${headingHtml(thanks?.heading ?? thanksTexts(locale).heading)}${rehearsed && html`<p class="note">${signatureTexts(locale).rehearsed}</p>`}${blocksHtml(thanks?.body ?? [])}${nextActionHtml(action, place)}${share}`,
  );
};
