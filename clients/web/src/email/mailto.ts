import type { Action } from '../contracts';

const ADDRESS = /[^\s<>,;:()[\]"]+@[^\s<>,;:()[\]"@]+\.[\p{L}\d-]{2,}/gu;

/**
 * Where e-mails to those an action is addressed to go. There is no field for it: an editor writes the
 * address where the address of a letter would stand.
 */
export const addressesOf = ({ letter, targets }: Pick<Action, 'letter' | 'targets'>): string[] => {
  const written = [
    letter?.recipient.postalAddress,
    letter?.recipient.name,
    ...targets.flatMap(({ name, role, postalAddress }) => [postalAddress, role, name]),
  ];
  return [...new Set(written.flatMap((text) => text?.match(ADDRESS) ?? []))];
};

/** Windows hands no more than some 2,000 signs to a mail program. */
const MOST = 1900;

const encode = (text: string): string => encodeURIComponent(text.replace(/\r?\n/g, '\r\n'));

/** @returns the link, and whether the text found room in it */
export const mailto = (
  addresses: readonly string[],
  subject: string,
  body: string,
): { href: string; whole: boolean } => {
  const to = addresses.map((address) => encodeURIComponent(address).replace(/%40/g, '@')).join(',');
  const bare = `mailto:${to}?subject=${encode(subject)}`;
  const full = `${bare}&body=${encode(body)}`;
  return full.length <= MOST ? { href: full, whole: true } : { href: bare, whole: false };
};
