import { clientAddress } from './client-address';

/** Who asks, as far as the operator's proxies can be believed. */
export interface WhoAsks {
  /** See `clientAddress`. */
  addressOf(peer: string | undefined, forwardedFor: string | undefined): string | null;
  /** Whether a request came a little while ago through a proxy that nobody counted. */
  isProxyUncounted(): boolean;
}

const REMEMBERED_MS = 10 * 60_000;

/** @param hops how many reverse proxies the operator says stand in front */
export const createWhoAsks = (hops: number, clock: () => number = Date.now): WhoAsks => {
  let seenAt = Number.NEGATIVE_INFINITY;
  return {
    addressOf(peer, forwardedFor) {
      const address = clientAddress(hops, peer, forwardedFor);
      if (address === null && peer !== undefined) seenAt = clock();
      return address;
    },
    isProxyUncounted: () => clock() - seenAt < REMEMBERED_MS,
  };
};
