import type { Subject } from './token';

/** A draft in one locale, and what shows it. */
export interface Shown extends Subject {
  locale: string;
  slug: string | null;
  token: string;
}

const withQuery = (address: string, query: Record<string, string>): string => {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.toString();
};

/** What a website, and our own door, are told of the draft that they shall show. */
const asking = ({ locale, token }: Shown): Record<string, string> => ({
  locale,
  status: 'draft',
  preview: token,
});

/** @param base of our public doors: `https://act.example.org/api/campaign-actions` */
export const apiAddress = (base: string, shown: Shown): string =>
  withQuery(`${base}/${shown.type}s/${shown.documentId}`, asking(shown));

const PLACE = /\{(slug|locale|documentId|type)\}/g;

/**
 * The website's own page of a draft: `https://act.example.org/{locale}/{slug}`. One that has no place
 * for its name is told it in the query.
 */
export const pageAddress = (pattern: string, shown: Shown): string => {
  const { type, documentId, slug, locale } = shown;
  const values: Record<string, string> = { type, documentId, locale, slug: slug || documentId };
  const address = pattern.replace(PLACE, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
  const isNamed = /\{(slug|documentId)\}/.test(pattern);
  return withQuery(address, { ...(isNamed ? {} : { [type]: documentId }), ...asking(shown) });
};
