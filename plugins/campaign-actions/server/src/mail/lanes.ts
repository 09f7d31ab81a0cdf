export interface Lanes {
  /** Seconds until a domain may be tried; 0: now, and it is entered. */
  enter(domain: string): number;
  leave(domain: string, how: Passage): void;
}

/** `slow` and `well` went through; `ill` did not, and it was the domain's doing. */
export type Passage = 'well' | 'slow' | 'ill' | 'unknown';

interface Lane {
  underWay: number;
  slow: boolean;
  /** How many in a row it did not take. */
  ill: number;
  /** Until when nobody enters. */
  closedUntil: number;
}

/** Of the twenty that are under way at most, some are always left for other domains. */
const MOST_AT_ONCE = 15;
const MOST_AT_ONCE_WHERE_SLOW = 5;
const FULL_SECONDS = 1;
const FULL_SECONDS_WHERE_SLOW = 10;
/** A mailbox that is full, or a server that asks to come again, is nothing unusual; three in a row are. */
const ILL = 3;
const FIRST_REST_SECONDS = 30;
const LONGEST_REST_SECONDS = 600;

const restOf = (ill: number): number =>
  Math.min(LONGEST_REST_SECONDS, FIRST_REST_SECONDS * 2 ** (ill - ILL));

const roomIn = ({ ill, slow }: Lane): number => {
  if (ill >= ILL) return 1;
  return slow ? MOST_AT_ONCE_WHERE_SLOW : MOST_AT_ONCE;
};

/**
 * Mail to a domain whose server is slow gets fewer places, and to one that takes none it rests, after
 * which a single one tries again: so mail to others leaves as if that domain were not there. Each
 * node finds out for itself.
 */
export const createLanes = (clock: () => number = Date.now): Lanes => {
  const lanes = new Map<string, Lane>();
  return {
    enter(domain) {
      const lane = lanes.get(domain) ?? { underWay: 0, slow: false, ill: 0, closedUntil: 0 };
      const rest = lane.closedUntil - clock();
      if (rest > 0) return Math.ceil(rest / 1000);
      if (lane.underWay >= roomIn(lane))
        return lane.slow || lane.ill >= ILL ? FULL_SECONDS_WHERE_SLOW : FULL_SECONDS;
      lane.underWay += 1;
      lanes.set(domain, lane);
      return 0;
    },
    leave(domain, how) {
      const lane = lanes.get(domain);
      if (!lane) return;
      lane.underWay -= 1;
      if (how === 'well' || how === 'slow')
        Object.assign(lane, { slow: how === 'slow', ill: 0, closedUntil: 0 });
      // Those that were under way together are one bad moment, not many.
      if (how === 'ill' && lane.closedUntil <= clock()) {
        lane.ill += 1;
        if (lane.ill >= ILL) lane.closedUntil = clock() + restOf(lane.ill) * 1000;
      }
      if (lane.underWay === 0 && lane.ill === 0 && !lane.slow) lanes.delete(domain);
    },
  };
};

/** Where mail becomes files no domain is slow. */
export const noLanes: Lanes = { enter: () => 0, leave: () => undefined };
