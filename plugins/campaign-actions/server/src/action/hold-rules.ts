import validator from 'validator';
import type { Finding } from '../editing/finding';
import { type HoldRules, NO_RULES } from '../guard/hold';
import { asciiDomain } from '../privacy/canonical-email';
import { lines } from './lines';

/** What is set aside, as an editor writes it: one name a line. */
export interface HoldsContent {
  throwaway?: boolean | null;
  domains?: string | null;
  countries?: string | null;
  words?: string | null;
  perHour?: number | null;
}

/** A word of one or two letters stands in every message. */
const SHORTEST_WORD = 3;
const DOMAIN = /^(?:[a-z0-9-]{1,63}\.){1,8}[a-z0-9-]{2,63}$/;

const domainsIn = (text: string | null | undefined): string[] =>
  lines(text).map((line) => asciiDomain(line.replace(/^@/, '')));

const countriesIn = (text: string | null | undefined): string[] =>
  lines(text?.replaceAll(',', '\n')).map((line) => line.toUpperCase());

export const holdRulesOf = (holds: HoldsContent | null | undefined): HoldRules => {
  const rules = {
    throwaway: holds?.throwaway ?? false,
    domains: domainsIn(holds?.domains),
    countries: countriesIn(holds?.countries),
    words: lines(holds?.words),
    perHour: holds?.perHour ?? null,
  };
  return JSON.stringify(rules) === JSON.stringify(NO_RULES) ? NO_RULES : rules;
};

export const checkHeldDomains = (text: string): Finding => {
  const wrong = domainsIn(text).find((domain) => !DOMAIN.test(domain));
  return wrong === undefined ? null : { problem: 'domain-invalid', values: { domain: wrong } };
};

export const checkHeldCountries = (text: string): Finding => {
  const wrong = countriesIn(text).find((country) => !validator.isISO31661Alpha2(country));
  return wrong === undefined ? null : { problem: 'country-unknown', values: { country: wrong } };
};

export const checkHeldWords = (text: string): Finding => {
  const short = lines(text).find((word) => word.length < SHORTEST_WORD);
  return short === undefined ? null : { problem: 'word-too-short', values: { word: short } };
};
