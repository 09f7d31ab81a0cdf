import { BlockList, isIPv6 } from 'node:net';

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6');

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

const isPrivate = (address: string): boolean =>
  PRIVATE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/**
 * Who asks: what the outermost of our own proxies saw. A client can write anything into
 * `X-Forwarded-For`, but only in front of what the proxies append.
 *
 * @param hops how many reverse proxies stand in front (`PROXY_HOPS`)
 * @param peer address of the connection
 * @param forwardedFor value of `X-Forwarded-For`, if there is one
 * @returns null when a proxy that nobody told us of seems to stand in front: then everybody would
 * share its address
 */
export const clientAddress = (
  hops: number,
  peer: string | undefined,
  forwardedFor: string | undefined,
): string | null => {
  if (peer === undefined) return null;
  const near = plain(peer);
  if (forwardedFor === undefined) return near;
  if (hops === 0) return isPrivate(near) ? null : near;
  const seen = forwardedFor.split(',').map((part) => plain(part.trim()));
  return seen.at(-hops) ?? seen[0] ?? near;
};
