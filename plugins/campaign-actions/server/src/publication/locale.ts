/** The locales to look in, in order: `fr-CA`, then `fr`, then the default one. */
export const localeChain = (asked: string | null | undefined, defaultLocale: string): string[] => {
  const subtags = (asked ?? '').split('-');
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
