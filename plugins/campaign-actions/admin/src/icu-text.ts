/**
 * Plain text inside an ICU message: special characters in quotes, other apostrophes doubled, so
 * that every ICU parser reads it alike.
 */
export const icuText = (text: string): string =>
  text.replace(/[{}<>#][{}<>#']*|'/g, (run) =>
    run === "'" ? "''" : `'${run.replaceAll("'", "''")}'`,
  );
