const GROUPS = 8;
const IN_PREFIX = 4;

const groupsOf = (part: string): string[] => (part === '' ? [] : part.split(':'));

/**
 * What one client is known by: an IPv4 address as it is, of an IPv6 address the /64, since a single
 * line has all the addresses in it.
 */
export const addressPrefix = (address: string): string => {
  if (!address.includes(':')) return address;
  const [before = '', after] = address.toLowerCase().split('::');
  const first = groupsOf(before);
  const last = groupsOf(after ?? '');
  const zeros = after === undefined ? 0 : Math.max(0, GROUPS - first.length - last.length);
  const groups = [...first, ...Array.from({ length: zeros }, () => '0'), ...last];
  const prefix = groups.slice(0, IN_PREFIX).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${prefix.join(':')}::/64`;
};
