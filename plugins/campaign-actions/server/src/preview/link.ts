import type { Subject } from './token';

/** A page in one locale. */
export interface Page extends Subject {
  locale: string;
  slug: string | null;
}

/** Its draft, and what shows it. */
export interface Shown extends Page {
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
 * The website's own page: `https://act.example.org/{locale}/{slug}`. One that has no place for its
 * name is told it in the query.
 */
const pageAddress = (pattern: string, page: Page, query: Record<string, string>): string => {
  const { type, documentId, slug, locale } = page;
  const values: Record<string, string> = { type, documentId, locale, slug: slug || documentId };
  const address = pattern.replace(PLACE, (_, name: string) =>
    encodeURIComponent(values[name] ?? ''),
  );
  const isNamed = /\{(slug|documentId)\}/.test(pattern);
  return withQuery(address, { ...(isNamed ? {} : { [type]: documentId }), ...query });
};

/** As everybody sees it once it is published. */
export const publishedAddress = (pattern: string, page: Page): string =>
  pageAddress(pattern, page, pattern.includes('{locale}') ? {} : { locale: page.locale });

export const draftAddress = (pattern: string, shown: Shown): string =>
  pageAddress(pattern, shown, asking(shown));
