import type { Action } from '../contracts';
import { type Html, attributes, html } from '../html/tag';
import { letterTexts, nobodyIn } from '../letter/texts';
import { letterText } from '../letter/write';
import { addressesOf, mailto } from './mailto';

/** A link that opens the reader's mail program with the text in it, as far as that is possible. */
export const mailLinkHtml = (action: Action, label: string, isMain: boolean): Html | null => {
  const { letter, title, locale } = action;
  const addresses = addressesOf(action);
  if (!letter || (addresses.length === 0 && !isMain)) return null;
  const { href, whole } = mailto(addresses, title ?? '', letterText(letter, '', nobodyIn(locale)));
  return html`<a
      part="second-button"
      ${attributes({ class: isMain ? 'second strong' : 'second', href, 'data-letter': 'mail' })}
      >${label}</a
    >
    <p class="soft wide" data-too-long${attributes({ hidden: whole })}>
      ${letterTexts(locale).tooLong}
    </p>`;
};
