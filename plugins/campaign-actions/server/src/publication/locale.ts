const LONGEST_LOCALE = 35;

/** The locales to look in, in order: `fr-CA`, then `fr`, then the default one. */
export const localeChain = (asked: string | null | undefined, defaultLocale: string): string[] => {
  const subtags = (asked && asked.length <= LONGEST_LOCALE ? asked : '').split('-');
  const asAsked = subtags.map((_subtag, index) =>
    subtags.slice(0, subtags.length - index).join('-'),
  );
  return [...new Set([...asAsked.filter((locale) => locale !== ''), defaultLocale])];
};

/** The row in the first locale of the chain that has one; else the first row of all. */
export const inBestLocale = <Row extends { locale: string }>(
  rows: readonly Row[],
  chain: readonly string[],
): Row | undefined => {
  for (const locale of chain) {
    const row = rows.find((candidate) => candidate.locale.toLowerCase() === locale.toLowerCase());
    if (row) return row;
  }
  return rows[0];
};

/** The same among things that are keyed by their locale. */
export const atBestLocale = <Content extends object>(
  byLocale: Record<string, Content>,
  chain: readonly string[],
): (Content & { locale: string }) | undefined =>
  inBestLocale(
    Object.entries(byLocale).map(([locale, content]) => ({ ...content, locale })),
    chain,
  );

/** The same document in the other locales it is published in. */
export const otherLocales = <Row extends { locale: string; slug: string | null }>(
  rows: readonly Row[],
  shown: Row,
): { locale: string; slug: string | null }[] =>
  rows
    .filter((row) => row.locale !== shown.locale)
    .map(({ locale, slug }) => ({ locale, slug }))
    .sort((a, b) => (a.locale < b.locale ? -1 : 1));
