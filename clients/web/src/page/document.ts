import type { ActionPage, Campaign } from '../contracts';
import { type Html, attributes, html } from '../html/tag';
import { styleHtml } from '../html/shadow';
import { directionOf } from '../locale';
import { scriptsHtml } from '../scripts/html';
import { actionHeadHtml, headHtml } from './head';
import { actionPageHtml, pageHtml } from './html';
import type { Place } from './place';
import { BODY_STYLE } from './style';

export interface DocumentOptions {
  /** Addresses of the modules that make the elements live; the first runs, all are asked for early. */
  modules: readonly string[];
}

const documentHtml = (place: Place, head: Html, body: Html, { modules }: DocumentOptions): Html => {
  const language = attributes({ lang: place.locale, dir: directionOf(place.locale) });
  const preloads = modules.map(
    (href) => html`<link ${attributes({ rel: 'modulepreload', href })} />`,
  );
  const [first] = modules;
  const script = first && html`<script ${attributes({ type: 'module', src: first })}></script>`;
  return html`<!doctype html>
    <html ${language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        ${head}${styleHtml(BODY_STYLE)}${preloads}${script}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
};

/** A whole document with a campaign's page, for a server that has nothing around it. */
export const campaignDocumentHtml = (
  campaign: Campaign,
  place: Place,
  options: DocumentOptions,
): Html => {
  const body = html`${scriptsHtml(campaign.scripts, 'body-start')}${pageHtml(campaign, place)}${scriptsHtml(campaign.scripts, 'body-end')}`;
  return documentHtml(place, headHtml(campaign, place), body, options);
};

/** The same with the page of an action. */
export const actionDocumentHtml = (
  action: ActionPage,
  place: Place,
  options: DocumentOptions,
): Html =>
  documentHtml(place, actionHeadHtml(action, place), actionPageHtml(action, place), options);
