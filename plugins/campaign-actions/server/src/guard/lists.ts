import { BlockList, isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Networks of which the operator has said what to do with them, whatever the limits say. */
export interface Lists {
  isAllowed(address: string): boolean;
  isBlocked(address: string): boolean;
}

const NETWORK = /^([0-9A-Fa-f:.]{2,45})(?:\/(\d{1,3}))?$/;

interface Network {
  address: string;
  bits: number;
  family: 'ipv4' | 'ipv6';
}

/** `203.0.113.0/24`, `2001:db8::/32` or one address; null for anything else. */
export const readNetwork = (text: string): Network | null => {
  const [, address = '', bits] = NETWORK.exec(text.trim()) ?? [];
  const family = isIP(address);
  if (family === 0) return null;
  const most = family === 4 ? 32 : 128;
  const asked = bits === undefined ? most : Number(bits);
  return asked <= most ? { address, bits: asked, family: family === 4 ? 'ipv4' : 'ipv6' } : null;
};

const listOf = (networks: readonly string[]): ((address: string) => boolean) => {
  const list = new BlockList();
  for (const text of networks) {
    const network = readNetwork(text);
    if (network) list.addSubnet(network.address, network.bits, network.family);
  }
  if (networks.length === 0) return () => false;
  return (address) => {
    if (isIP(address) === 0) return false;
    const parsed = ipaddr.process(address);
    return list.check(parsed.toString(), parsed.kind());
  };
};

export const createLists = ({ allow, block }: { allow: string[]; block: string[] }): Lists => ({
  isAllowed: listOf(allow),
  isBlocked: listOf(block),
});
