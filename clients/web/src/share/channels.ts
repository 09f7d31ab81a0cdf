import type { Action, Campaign } from '../contracts';
import type { Place } from '../page/place';
import { plainAddress, withSource } from '../signature/source';

export type Channel = 'whatsapp' | 'facebook' | 'bluesky' | 'email' | 'copy' | 'device';

/** What is shared. Our own words never say that whoever shares it took part. */
export interface Sharing {
  /** Absolute, and without anything about this visit. */
  pageUrl: string;
  title: string | null;
  share: Campaign['share'];
}

/** @param address of the page that is open, for a place that does not say which page it is */
export const sharingOf = (
  { title }: Pick<Action, 'title'>,
  { pageUrl, share }: Pick<Place, 'pageUrl' | 'share'>,
  address: string,
): Sharing => ({
  pageUrl: plainAddress(pageUrl === null ? address : new URL(pageUrl, address).href),
  title,
  share,
});

/** The page's address under this channel's own source. */
export const urlFor = (channel: Channel, { pageUrl }: Pick<Sharing, 'pageUrl'>): string =>
  withSource(pageUrl, `share-${channel}`);

const MOST_BLUESKY = 300;

const query = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');

/** A text and, behind it, the address: cut where a network takes no more. */
const message = (text: string, url: string, most = Infinity): string => {
  const room = most - url.length - 1;
  const letters = [...text];
  const short = letters.length > room ? `${letters.slice(0, room - 1).join('')}…` : text;
  return short ? `${short} ${url}` : url;
};

/** Plain links, which work without any script. */
export const linkFor = (channel: Exclude<Channel, 'copy' | 'device'>, sharing: Sharing): string => {
  const { title, share } = sharing;
  const url = urlFor(channel, sharing);
  const text = share?.text ?? title ?? '';
  switch (channel) {
    case 'whatsapp':
      return `https://wa.me/?${query({ text: message(text, url) })}`;
    case 'facebook':
      return `https://www.facebook.com/sharer/sharer.php?${query({ u: url })}`;
    case 'bluesky':
      return `https://bsky.app/intent/compose?${query({ text: message(text, url, MOST_BLUESKY) })}`;
    case 'email':
      return `mailto:?${query({
        subject: share?.emailSubject ?? title ?? '',
        body: `${share?.emailBody ?? text}\n\n${url}`.trim(),
      })}`;
  }
};
