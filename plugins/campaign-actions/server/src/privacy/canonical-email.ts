import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';

/**
 * Which spellings name one mailbox. Another table gives other email indexes for addresses already in
 * the register, so a table is never edited: a new one is added, and each action is moved to it with
 * `keys:reindex`.
 */
export interface Spellings {
  version: number;
  /** Domains that are another one by a second name. */
  aliases: Readonly<Record<string, string>>;
  /** Domains, by their first name, whose mailboxes are the same with and without dots. */
  dotless: readonly string[];
}

/** Gmail is the one large provider known to ignore dots. */
const SHIPPED: Spellings = {
  version: 1,
  aliases: { 'googlemail.com': 'gmail.com' },
  dotless: ['gmail.com'],
};

/** Tables of a host's own are counted from here, so that they never meet one that comes with us. */
export const FIRST_OWN_TABLE = 1000;

/** Every table that something may still be indexed by, the one in force first. */
export type SpellingTables = readonly [Spellings, ...Spellings[]];

/** @param own a host's tables, the newest last */
export const spellingTables = (own: readonly Spellings[]): SpellingTables => {
  const newest = own.at(-1);
  return newest ? [newest, ...own.slice(0, -1), SHIPPED] : [SHIPPED];
};

/** The same for tables that fold alike, in whatever order they were written. */
export const tableCheck = ({ aliases, dotless }: Spellings): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([Object.entries(aliases).sort(), [...dotless].sort()]))
    .digest();

const MOST_DOMAINS = 1000;
const asciiDomains = new Map<string, string>();

/** `domainToASCII`, remembered: many addresses share few domains, and asking takes as long as sealing. */
export const asciiDomain = (domain: string): string => {
  const known = asciiDomains.get(domain);
  if (known !== undefined) return known;
  const ascii = domainToASCII(domain);
  if (asciiDomains.size >= MOST_DOMAINS) asciiDomains.clear();
  asciiDomains.set(domain, ascii);
  return ascii;
};

/**
 * Folds the spellings of one mailbox into one, for finding duplicates only; mail always goes to the
 * address as typed. Lower case, NFC, punycode domain, `+tag` cut, and what the table says.
 */
export const canonicalEmail = (typed: string, { aliases, dotless } = SHIPPED): string => {
  const at = typed.lastIndexOf('@');
  const named = asciiDomain(
    typed
      .slice(at + 1)
      .trim()
      .toLowerCase(),
  );
  const domain = (Object.hasOwn(aliases, named) ? aliases[named] : null) ?? named;
  const local = typed.slice(0, at).trim().normalize('NFC').toLowerCase();
  const plus = local.indexOf('+');
  const untagged = plus > 0 ? local.slice(0, plus) : local;
  return `${dotless.includes(domain) ? untagged.replaceAll('.', '') : untagged}@${domain}`;
};
