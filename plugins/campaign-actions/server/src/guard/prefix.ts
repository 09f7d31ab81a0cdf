import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { DayKey } from '../privacy/day-keys';

/** The networks that an address is counted in. */
export interface Prefixes {
  /** Whom one person or household can be: an IPv4 address, or an IPv6 /64. */
  near: string;
  /** What one customer of a provider can hold: an IPv6 /48; null for IPv4. */
  wide: string | null;
}

/** All that cannot be read share one place, and so its limits: nobody gains by being unreadable. */
const UNKNOWN: Prefixes = { near: 'unknown', wide: null };

const LONGEST = 64;
/** Some proxies append the port that they saw. */
const WITH_PORT = /^(?:\[([^\]]+)\]|([\d.]+))(?::\d{1,5})?$/;

const bytesOf = (address: string, bytes: number): string =>
  `${Buffer.from(ipaddr.parse(address).toByteArray().slice(0, bytes)).toString('hex')}/${bytes * 8}`;

/**
 * @param address as a connection or a proxy gives it
 */
export const prefixesOf = (address: string): Prefixes => {
  if (address.length > LONGEST) return UNKNOWN;
  const [, inBrackets, beforePort] = WITH_PORT.exec(address) ?? [];
  const bare = inBrackets ?? beforePort ?? address;
  const family = isIP(bare);
  if (family === 4) return { near: bare, wide: null };
  // A zone names an interface of one machine: nothing that comes from elsewhere has one.
  if (family !== 6 || bare.includes('%')) return UNKNOWN;
  const parsed = ipaddr.IPv6.parse(bare);
  if (parsed.isIPv4MappedAddress()) return { near: parsed.toIPv4Address().toString(), wide: null };
  return { near: bytesOf(bare, 8), wide: bytesOf(bare, 6) };
};

/** What a row keeps of the network it came from. */
export const networkOf = (dayKey: DayKey, { near }: Prefixes): Buffer =>
  dayKey.hmac(`network|v1|${near}`).subarray(0, 8);
