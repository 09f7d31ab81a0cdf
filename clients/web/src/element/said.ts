import { tagOf } from '../locale';

/** The nearest value of an attribute, also across the roots of elements around this one. */
export const nearest = (element: Element, name: string): string | null => {
  const around = element.closest(`[${name}]`);
  if (around) return around.getAttribute(name);
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearest(root.host, name) : null;
};

/** A BCP 47 tag: `locale`, else the language of the document. */
export const localeOf = (element: Element): string =>
  tagOf(nearest(element, 'locale') ?? element.ownerDocument.documentElement.lang);

export const baseUrlOf = (element: Element): string =>
  nearest(element, 'base-url') ?? '/api/campaign-actions';
