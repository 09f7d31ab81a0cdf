import { addressPrefix } from '../http/address-prefix';
import { Problem } from '../http/problems';

/** How many streams may be open at once. */
export interface StreamLimits {
  perAddress: number;
  perNode: number;
}

/** Who has how many streams open, and whether there is room for one more. */
export interface Places {
  taken(): number;
  /**
   * @param address null when it is not known whose it is: then the node's limit alone counts
   * @returns what gives the place back
   * @throws Problem 503
   */
  take(address: string | null): () => void;
}

const RETRY_SECONDS = 30;

export const createPlaces = ({ perAddress, perNode }: StreamLimits): Places => {
  const byPrefix = new Map<string, number>();
  let taken = 0;

  const count = (prefix: string, by: 1 | -1): void => {
    const left = (byPrefix.get(prefix) ?? 0) + by;
    if (left > 0) byPrefix.set(prefix, left);
    else byPrefix.delete(prefix);
  };

  return {
    taken: () => taken,
    take(address) {
      const prefix = address === null ? null : addressPrefix(address);
      const full =
        taken >= perNode || (prefix !== null && (byPrefix.get(prefix) ?? 0) >= perAddress);
      if (full) throw new Problem('too-many-streams', [], RETRY_SECONDS);
      taken += 1;
      if (prefix !== null) count(prefix, 1);
      return () => {
        taken -= 1;
        if (prefix !== null) count(prefix, -1);
      };
    },
  };
};
