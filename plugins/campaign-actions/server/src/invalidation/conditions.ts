import type { Conditions } from '../../../contracts/panel-invalidations';
import { domainsOf, says } from '../guard/hold';
import { asciiDomain } from '../privacy/canonical-email';
import { readConsents } from '../signature/consent-record';
import type { Person } from '../signature/person';
import type { RegisterRow } from '../signature/rows';

/** Networks as the register holds them, in hex; null: the conditions ask for none. */
export interface Networks {
  same: ReadonlySet<string> | null;
  crowded: ReadonlySet<string> | null;
}

/** What of a row is looked at; the rest is sealed. */
export type Clear = Pick<
  RegisterRow,
  'day' | 'country' | 'locale' | 'channel' | 'network' | 'consents' | 'held_because'
>;

const isAmong = (list: readonly string[] | undefined, value: string | null): boolean =>
  list === undefined || (value !== null && list.includes(value));

const isFrom = (networks: ReadonlySet<string> | null, network: Buffer | null): boolean =>
  networks === null || (network !== null && networks.has(network.toString('hex')));

const isStated = (consents: string): boolean => readConsents(consents)[0]?.stated === true;

/** What can be told without opening anything. */
export const meansRow = (asked: Conditions, networks: Networks, row: Clear): boolean => {
  const { from, to, countries, locales, channels, formVersion, admittedAfter } = asked;
  if ((from && row.day < from) || (to && row.day > to)) return false;
  if (!isAmong(countries, row.country) || !isAmong(locales, row.locale)) return false;
  if (!isAmong(channels, row.channel) || !isAmong(admittedAfter, row.held_because)) return false;
  if (!isFrom(networks.same, row.network) || !isFrom(networks.crowded, row.network)) return false;
  return formVersion === undefined || (formVersion === 'stated') === isStated(row.consents);
};

export const needsOpening = ({ source, domains, words }: Conditions): boolean =>
  Boolean(source ?? domains ?? words);

/** Of what is opened; nobody keeps it. */
export type Opened = Pick<Person, 'email' | 'givenName' | 'familyName' | 'message' | 'source'>;

const sameText = (one: string, other: string | null): boolean =>
  one.normalize('NFKC').toLowerCase() === other?.normalize('NFKC').toLowerCase();

/** What only the opened row tells. */
export const meansPerson = ({ source, domains, words }: Conditions, person: Opened): boolean => {
  const asked = Object.entries(source ?? {}) as [keyof Person['source'], string][];
  if (!asked.every(([name, value]) => sameText(value, person.source[name] ?? null))) return false;
  const domain = asciiDomain(person.email.slice(person.email.lastIndexOf('@') + 1));
  const wanted = domains?.map((each) => asciiDomain(each.toLowerCase()));
  if (wanted && !domainsOf(domain).some((each) => wanted.includes(each))) return false;
  return words === undefined || says(person, words);
};
