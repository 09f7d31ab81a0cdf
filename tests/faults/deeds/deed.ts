import type { KilledAt, Run } from '../commands.mjs';
import type { Place } from '../stage';

export interface Size {
  /** Signatures of an action: several portions of each deed, or one. */
  signatures: number;
  /** The same of data keys. */
  dayKeys: number;
}

/** A deed that is killed half-way, on a database that was prepared for it. */
export interface Prepared {
  /** Once; told nothing, to its end. */
  run: (killedAt?: KilledAt) => Promise<Run>;
  /**
   * How far it is: something else after each of its commits.
   *
   * @throws Failure when something does not hold that must at each moment
   */
  seen: () => Promise<string>;
  /** @throws Failure when it is not completed, or did more than it should */
  requireDone: () => Promise<void>;
}

export interface Deed {
  name: string;
  /** So many different ones are seen at least, in the larger size. */
  stages: number;
  prepare: (place: Place, size: Size) => Promise<Prepared>;
}
