import { type Html, attributes, html } from '../html/tag';
import { type Channel, type Sharing, linkFor, urlFor } from './channels';
import { shareTexts } from './texts';

const LINKS = ['whatsapp', 'facebook', 'bluesky', 'email'] as const;

const linkHtml = (channel: (typeof LINKS)[number], sharing: Sharing, locale: string): Html => {
  const texts = shareTexts(locale);
  const elsewhere =
    channel === 'email' ? {} : { target: '_blank', rel: 'noopener noreferrer nofollow' };
  return html`<li>
    <a
      class="second"
      part="second-button"
      ${attributes({ href: linkFor(channel, sharing), 'data-share': channel, ...elsewhere })}
      >${texts[channel]}${channel !== 'email' && html`<span class="unseen"> (${texts.newTab})</span>`}</a
    >
  </li>`;
};

const buttonHtml = (
  channel: Extract<Channel, 'copy' | 'device'>,
  sharing: Sharing,
  locale: string,
) =>
  html`<li class="by-script" ${attributes({ hidden: channel === 'device' })}>
    <button
      type="button"
      class="second"
      part="second-button"
      ${attributes({ 'data-share': channel, 'data-url': urlFor(channel, sharing) })}
    >
      ${shareTexts(locale)[channel]}
    </button>
  </li>`;

/**
 * A link for each channel, with its own source in the address. Where signers are at risk it says what
 * sharing gives away.
 *
 * @param level of its heading
 */
export const shareHtml = (
  sharing: Sharing,
  { locale, sensitive }: { locale: string; sensitive: boolean },
  level: 'h2' | 'h3' = 'h3',
): Html => {
  const texts = shareTexts(locale);
  const heading =
    level === 'h2' ? html`<h2>${texts.heading}</h2>` : html`<h3>${texts.heading}</h3>`;
  const text = sharing.share?.text ?? sharing.title;
  return html`<div
    class="share"
    part="share"
    ${attributes({ 'data-text': text, 'data-title': sharing.title })}
  >
    ${heading} ${sensitive && html`<p class="soft">${texts.careful}</p>`}
    <ul class="buttons">
      ${buttonHtml('device', sharing, locale)}${LINKS.map((channel) => linkHtml(channel, sharing, locale))}${buttonHtml('copy', sharing, locale)}
    </ul>
    <p class="said" role="status" data-said></p>
  </div>`;
};
