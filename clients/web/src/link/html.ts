import type { ActionPage, Signatory } from '../contracts';
import { screenHtml } from '../form/screen';
import { shadowHtml } from '../html/shadow';
import { type Html, attributes, html, safeUrl } from '../html/tag';
import { directionOf } from '../locale';
import { nextActionHtml } from '../next/html';
import { type Place, actionAddress } from '../page/place';
import { blocksHtml } from '../section/blocks';
import { shareHtml } from '../share/html';
import { thanksTexts } from '../thanks/texts';
import type { Link, Purpose } from './read';
import { LINK_STYLE } from './style';
import { linkTexts } from './texts';

const PURPOSES: readonly Purpose[] = ['confirm', 'reject', 'withdraw'];

const screen = (locale: string, name: string, inside: Html): Html =>
  html`<section
    class="screen"
    ${attributes({ part: name, lang: locale, dir: directionOf(locale) })}
  >
    ${inside}
  </section>`;

const headHtml = (title: string, about: string): Html =>
  html`<h1 tabindex="-1" data-heading part="heading">${title}</h1>
    <p data-about>${about}</p>`;

const boxHtml = (locale: string): Html => {
  const texts = linkTexts(locale);
  const quiet = { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' };
  return html`<label for="code">${texts.code}</label>
    <p class="help" id="code-help">${texts.codeHint}</p>
    <input id="code" name="token" required aria-describedby="code-help" ${attributes(quiet)} />`;
};

const buttonHtml = (locale: string, baseUrl: string, purpose: Purpose, name: string): Html =>
  html`<button
    part="button"
    ${attributes({ class: name, 'data-purpose': purpose, formaction: `${baseUrl}/forms/${purpose}` })}
  >
    ${linkTexts(locale)[purpose].button}
  </button>`;

/**
 * Asks for the button of a link; where none is known, for a code and which of the three it is for. The
 * form works without any script, too: then the code is pasted.
 */
export const askHtml = (
  link: Pick<Link, 'purpose'> | null,
  { locale, baseUrl }: Pick<Place, 'locale' | 'baseUrl'>,
): Html => {
  const texts = linkTexts(locale);
  const { purpose = null } = link ?? {};
  const asked = purpose ? [purpose] : PURPOSES;
  const buttons = asked.map((each, at) =>
    buttonHtml(locale, baseUrl, each, at === 0 ? 'main' : 'second'),
  );
  const head = purpose ? texts[purpose] : texts;
  return screen(
    locale,
    'ask',
    html`${headHtml(head.title, head.about)}
      <form method="post" ${attributes({ action: `${baseUrl}/forms/${purpose ?? 'confirm'}` })}>
        <input type="hidden" name="locale" value="${locale}" />
        ${!purpose && boxHtml(locale)}
        <div class="choices">
          ${buttons}${purpose === 'confirm' && html`<button type="button" class="link" data-paste>${texts.pasteInstead}</button>`}
        </div>
      </form>
      <p class="said" id="said" role="status" data-said></p>`,
  );
};

export const doneHtml = (purpose: Purpose, locale: string): Html => {
  const { doneTitle, done } = linkTexts(locale)[purpose];
  return screen(locale, 'done', headHtml(doneTitle, done));
};

/** After confirming, what the action itself says; never where signers are at risk. */
export const confirmedHtml = (
  action: ActionPage,
  place: Pick<Place, 'actionUrl' | 'locale'>,
  here: string,
): Html => {
  const { documentId, locale, title, thanks } = action;
  const address = actionAddress({ ...place, locale }, action);
  const sharing = address && { pageUrl: new URL(address, here).href, title, share: null };
  return screenHtml(
    action,
    'confirmed',
    html`<h1 tabindex="-1" data-heading part="heading">
        ${thanks?.heading ?? thanksTexts(locale).heading}
      </h1>
      <p>${linkTexts(locale).confirmed}</p>
      <campaign-counter ${attributes({ action: documentId, locale })}></campaign-counter
      >${blocksHtml(thanks?.body ?? [])}${nextActionHtml(action, { ...place, locale })}${sharing && shareHtml(sharing, action)}`,
  );
};

/** The element with what it shows, for a page that is rendered on a server. */
export const linkElementHtml = (place: Pick<Place, 'locale' | 'baseUrl' | 'actionUrl'>): Html =>
  shadowHtml(
    'campaign-link',
    { locale: place.locale, 'base-url': place.baseUrl, 'action-url': place.actionUrl },
    LINK_STYLE,
    askHtml(null, place),
  );

/** What stands in the body of a page for links in mail. */
export const linkPageHtml = (place: Place & { organisation: Signatory | null }): Html => {
  const { name = null, url = null } = place.organisation ?? {};
  const href = safeUrl(url);
  return html`<header>
      <p>${href ? html`<a href="${href}">${name}</a>` : name}</p>
    </header>
    <main>${linkElementHtml(place)}</main>`;
};
