import { domainToASCII } from 'node:url';

/**
 * Version of the rules below. Another table gives other email indexes for addresses already in the
 * register, so a change is a rotation with its own procedure, never a quiet edit.
 */
export const CANONICAL_TABLE = 1;

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

const GMAIL = new Set(['gmail.com', 'googlemail.com']);

/**
 * Folds the spellings of one mailbox into one, for finding duplicates only; mail always goes to the
 * address as typed. Lower case, NFC, punycode domain, `+tag` cut; dots cut for Gmail alone, which is
 * the one large provider known to ignore them.
 */
export const canonicalEmail = (typed: string): string => {
  const at = typed.lastIndexOf('@');
  const domain = asciiDomain(
    typed
      .slice(at + 1)
      .trim()
      .toLowerCase(),
  );
  const local = typed.slice(0, at).trim().normalize('NFC').toLowerCase();
  const plus = local.indexOf('+');
  const untagged = plus > 0 ? local.slice(0, plus) : local;
  if (!GMAIL.has(domain)) return `${untagged}@${domain}`;
  return `${untagged.replaceAll('.', '')}@gmail.com`;
};
