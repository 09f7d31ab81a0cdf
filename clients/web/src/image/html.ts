import type { Image } from '../contracts';
import { type Html, attributes, html, safeUrl } from '../html/tag';

export interface ImagePlace {
  /** How wide it is shown, for the browser to choose the file by: `(min-width: 60rem) 50vw, 100vw`. */
  sizes: string;
  /** It is seen before anything is scrolled. */
  isFirst?: boolean;
  className?: string;
}

/** An address within `srcset`, where white space and commas part one from the next. */
const inList = (url: string): string => url.replace(/[\s,]/g, encodeURIComponent);

const sourceSet = ({ url, width, formats }: Image): string | null => {
  const files = [...Object.values(formats), { url, width }];
  const named = files
    .filter((file) => file.width !== null && safeUrl(file.url) !== null)
    .sort((a, b) => (a.width ?? 0) - (b.width ?? 0))
    .map((file) => `${inList(file.url)} ${file.width}w`);
  return named.length > 1 ? named.join(', ') : null;
};

/** An image in the size that suits the screen, in a place that is kept free for it. */
export const imageHtml = (
  image: Image,
  { sizes, isFirst = false, className }: ImagePlace,
): Html => {
  const src = safeUrl(image.url);
  if (src === null) return html``;
  const srcset = sourceSet(image);
  return html`<img
    ${attributes({
      class: className,
      src,
      srcset,
      sizes: srcset && sizes,
      width: image.width,
      height: image.height,
      alt: image.alt ?? '',
      loading: isFirst ? 'eager' : 'lazy',
      decoding: isFirst ? null : 'async',
      fetchpriority: isFirst ? 'high' : null,
    })}
  />`;
};
