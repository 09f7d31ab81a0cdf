import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import type { HoldReason } from '../../../contracts/panel-held';
import { asciiDomain } from '../privacy/canonical-email';

/** What of an action's signatures is set aside until an editor has looked at it. */
export interface HoldRules {
  /** Addresses of services whose mailboxes are thrown away. */
  throwaway: boolean;
  /** With their subdomains; in ASCII. */
  domains: string[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  /** Standing in a name or the message, in whatever case. */
  words: string[];
  /** From one network within an hour, at most so many are taken as they are; null: any number. */
  perHour: number | null;
}

export const NO_RULES: HoldRules = {
  throwaway: false,
  domains: [],
  countries: [],
  words: [],
  perHour: null,
};

interface Said {
  email: string;
  givenName: string | null;
  familyName: string | null;
  country: string | null;
  message: string | null;
}

let throwaway: Set<string> | undefined;

/** The package makes its set of five thousand anew at each question. */
const isThrowaway = (domain: string): boolean =>
  domainsOf(domain).some((each) => (throwaway ??= disposableEmailBlocklistSet()).has(each));

/** A domain and those that it is part of: `a.b.org`, `b.org`. */
export const domainsOf = (domain: string): string[] => {
  const parts = domain.split('.');
  return parts.slice(0, -1).map((_, at) => parts.slice(at).join('.'));
};

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether one of these words stands in a name or the message, in whatever case. */
export const says = (
  said: Pick<Said, 'givenName' | 'familyName' | 'message'>,
  words: string[],
): boolean => {
  if (words.length === 0) return false;
  const text = folded([said.givenName, said.familyName, said.message].filter(Boolean).join('\n'));
  return words.some((word) => text.includes(folded(word)));
};

/**
 * Why a signature is set aside; null: nothing speaks against it. Whoever sent it never learns of it.
 *
 * @param lastHour how many came from the same network within the hour, this one included
 */
export const holdReason = (rules: HoldRules, said: Said, lastHour: number): HoldReason | null => {
  if (rules === NO_RULES) return null;
  const domain = asciiDomain(said.email.slice(said.email.lastIndexOf('@') + 1));
  if (rules.throwaway && isThrowaway(domain)) return 'throwaway';
  if (domainsOf(domain).some((each) => rules.domains.includes(each))) return 'domain';
  if (said.country && rules.countries.includes(said.country)) return 'country';
  if (says(said, rules.words)) return 'words';
  return rules.perHour !== null && lastHour > rules.perHour ? 'per-hour' : null;
};
