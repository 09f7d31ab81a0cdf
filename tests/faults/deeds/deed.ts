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
  run: (killedAt: KilledAt) => Promise<Run>;
  /**
   * How far it is: something else after each of its commits.
   *
   * @throws Failure when something does not hold that must at each moment, beside the ledger
   */
  seen: () => Promise<string>;
  /** @throws Failure when it is not completed, or did more than it should, beside the ledger and the journal */
  requireDone: () => Promise<void>;
}

export interface Deed {
  name: string;
  /** Of the larger size: so many different ones are seen at least when each commit is killed at. */
  stages: number;
  prepare: (place: Place, size: Size) => Promise<Prepared>;
}
