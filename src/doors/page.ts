import type { CampaignItem } from 'campaign-actions-web';
import { escape } from 'campaign-actions-web/html';
import { hashOf } from '../policy/hash';
import type { Language } from '../visitor/language';
import { TEXTS } from './texts';

export interface Doors {
  language: Language;
  /** In the reader's language where there is one. */
  campaigns: CampaignItem[];
  /** Paths of this host. */
  admin: string;
  api: string;
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1b1d28;--soft:#565b6e;--paper:#fbfaf7;--card:#fff;--line:#e3e0d8;--link:#8a3b00}
@media (prefers-color-scheme:dark){:root{--ink:#eceaf4;--soft:#a9abbd;--paper:#11131e;--card:#1a1d2c;--line:#2e3247;--link:#ffc36b}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,sans-serif}
header,main{max-width:44rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:3.5rem}
nav{float:right}
h1{font-size:2.25rem;line-height:1.15;margin:0 0 .5rem}
h2{font-size:1.125rem;margin:0 0 .5rem}
p{margin:0}
header p{color:var(--soft);max-width:36rem}
section{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.25rem 1.5rem;margin:1.25rem 0}
ul{margin:0;padding:0;list-style:none}
li+li{margin-top:.75rem}
.title{display:block;font-weight:600}
.links{display:flex;flex-wrap:wrap;gap:0 1.25rem}
a{color:var(--link);text-underline-offset:.2em;display:inline-block;padding:.125rem 0}
a:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:.2rem}
code{font:0.95em ui-monospace,monospace;background:var(--paper);border:1px solid var(--line);border-radius:.3rem;padding:.1rem .4rem}
main{padding-bottom:3rem}`;

/** Nothing but this one style sheet may load, and no script at all. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src ${hashOf(STYLE)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const link = (to: string, text: string, attributes = ''): string =>
  `<a href="${escape(to)}"${attributes}>${escape(text)}</a>`;

const campaignItem = ({ language, api }: Doors, campaign: CampaignItem): string => {
  const texts = TEXTS[language];
  const { documentId, title, locale, slug, action } = campaign;
  const query = `?locale=${encodeURIComponent(locale)}`;
  const name = encodeURIComponent(slug ?? documentId);
  const page = link(`/${encodeURIComponent(locale)}/${name}`, texts.page);
  const json = link(`${api}/campaigns/${name}${query}`, texts.json);
  const counter = action
    ? link(`${api}/actions/${encodeURIComponent(action.documentId)}/counter${query}`, texts.counter)
    : '';
  return `<li><span class="title" lang="${escape(locale)}">${escape(title ?? documentId)}</span><span class="links">${page}${json}${counter}</span></li>`;
};

const campaignList = (doors: Doors): string => {
  const { none, noneHow } = TEXTS[doors.language];
  if (doors.campaigns.length === 0)
    return `<p>${escape(none)} ${escape(noneHow)} <code>npm run seed</code>.</p>`;
  return `<ul>${doors.campaigns.map((each) => campaignItem(doors, each)).join('')}</ul>`;
};

/** A small page that lists the ways in; it needs no script, no cookie and no other file. */
export const doorsPage = (doors: Doors): string => {
  const { language, admin, api } = doors;
  const texts = TEXTS[language];
  const other = language === 'en' ? 'fr' : 'en';
  const query = `?locale=${language}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(texts.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<nav>${link(`?locale=${other}`, texts.otherLanguage, ` lang="${other}" hreflang="${other}"`)}</nav>
<h1>${escape(texts.title)}</h1>
<p>${escape(texts.lead)}</p>
</header>
<main>
<section><h2>${escape(texts.campaigns)}</h2>${campaignList(doors)}</section>
<section><h2>${link(admin, texts.admin)}</h2><p>${escape(texts.adminAbout)}</p></section>
<section><h2>${escape(texts.api)}</h2><p class="links">${link(`${api}/campaigns${query}`, texts.list)}${link(`${api}/organisation${query}`, texts.organisation)}</p></section>
<section><h2>${escape(texts.more)}</h2><p>${escape(texts.moreAbout)}</p></section>
</main>
</body>
</html>
`;
};
