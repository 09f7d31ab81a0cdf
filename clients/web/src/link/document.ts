import { type Html, html } from '../html/tag';
import { styleHtml } from '../html/shadow';
import { type DocumentOptions, documentHtml } from '../page/document';
import type { Place } from '../page/place';
import { linkPageHtml } from './html';
import { LINK_PAGE_STYLE } from './style';
import { linkTexts } from './texts';

/** A whole document for the links in mail. Nothing on it names an action. */
export const linkDocumentHtml = (place: Place, options: DocumentOptions): Html => {
  const title = linkTexts(place.locale).title;
  const head = html`<title>${title}</title>
    <meta name="referrer" content="no-referrer" />
    <meta name="robots" content="noindex" />
    ${styleHtml(LINK_PAGE_STYLE)}`;
  return documentHtml(place, head, linkPageHtml(place), options);
};
