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
  /** Addresses of the modules that make the page live. */
  modules: readonly string[];
}

/** A document in the language of its place. */
export const documentHtml = (
  place: Place,
  head: Html,
  body: Html,
  { modules }: DocumentOptions,
): Html => {
  const language = attributes({ lang: place.locale, dir: directionOf(place.locale) });
  const preloads = modules.map(
    (href) => html`<link ${attributes({ rel: 'modulepreload', href })} />`,
  );
  const scripts = modules.map(
    (src) => html`<script ${attributes({ type: 'module', src })}></script>`,
  );
  return html`<!doctype html>
    <html ${language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        ${head}${styleHtml(BODY_STYLE)}${preloads}${scripts}
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
