import { KNOWN_FIELDS } from '../../../contracts/form';
import type { Fields } from '../editing/rule';

const LONGEST = 40;

/** What an answer or a consent is stored under. */
export const isFormName = (name: string): boolean => /^[a-z][A-Za-z0-9]{0,39}$/.test(name);

/** Names with a meaning of their own in a submission, or in every JavaScript object. */
export const isReserved = (name: string): boolean =>
  (KNOWN_FIELDS as readonly string[]).includes(name) || name === 'leaveEmpty' || name in {};

/** "Numéro de membre" gives `numeroDeMembre`; what has no Latin letter gives the fallback. */
export const camelName = (text: string, fallback: string): string => {
  const words = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const camel = words
    .map((word) => word.toLowerCase())
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
    .slice(0, LONGEST);
  return isFormName(camel) ? camel : fallback;
};

const unused = (name: string, taken: ReadonlySet<string>): string => {
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : String(count);
    const candidate = name.slice(0, LONGEST - suffix.length) + suffix;
    if (!taken.has(candidate) && !isReserved(candidate)) return candidate;
  }
};

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const asList = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

/** Fills in the names that are empty; the ones that editors chose stay, whatever they are. */
const nameAll = (
  items: Fields[],
  needsName: (item: Fields) => boolean,
  suggest: (item: Fields) => string,
) => {
  const taken = new Set(items.map((item) => asText(item.name)).filter((name) => name !== ''));
  return items.map((item) => {
    if (asText(item.name) !== '' || !needsName(item)) return item;
    const name = unused(suggest(item), taken);
    taken.add(name);
    return { ...item, name };
  });
};

const suggestConsent = ({ purpose, channel, text }: Fields): string => {
  const where = asText(channel);
  if (purpose === 'marketing' && where !== '' && where !== 'none')
    return camelName(`news ${where}`, 'news');
  if (purpose === 'publish') return 'showPublicly';
  if (purpose === 'sharing') return 'shareWithPartners';
  return camelName(asText(text).split(/\s+/).slice(0, 4).join(' '), 'consent');
};

/** A form whose own fields and consents all have a name to be stored under. */
export const nameForm = (form: Fields): Fields => ({
  ...form,
  fields: nameAll(
    asList(form.fields),
    ({ field }) => field === 'own',
    ({ label }) => camelName(asText(label), 'field'),
  ),
  consents: nameAll(asList(form.consents), () => true, suggestConsent),
});
