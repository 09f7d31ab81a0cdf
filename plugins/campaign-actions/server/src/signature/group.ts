import type { Fault } from '../database';
import { Problem } from '../http/problems';

export interface Group<Item> {
  /**
   * Resolves once the item is committed.
   *
   * @throws Problem 503 when too many wait already, or when its turn does not come in time
   */
  join(item: Item): Promise<void>;
  /** Takes no more, and resolves when everything taken is settled; what takes too long is told 503. */
  drain(): Promise<void>;
}

interface Waiting<Item> {
  item: Item;
  since: number;
  /** Repeatable: the first answer holds. */
  settle: (error?: unknown) => void;
}

export interface GroupLimits<Item> {
  /** Items of one commit. */
  most: number;
  /** Items that may wait; beyond, the answer is 503 at once. */
  mostWaiting: number;
  /** The same in bytes, as far as items are large. */
  mostBytes: number;
  bytesOf: (item: Item) => number;
  /** How long an item may wait for its turn; nobody waits for its answer any more. */
  longestMs: number;
  /** How long `drain` waits. */
  longestDrainMs: number;
  faultOf: (error: unknown) => Fault;
}

const RETRY_SECONDS = 2;
const MOST_TRIES = 4;

const unavailable = (): Problem => new Problem('unavailable', [], RETRY_SECONDS);

/**
 * Requests that arrive together share one commit: while one group is being written the next one
 * gathers, so the disk is synced once for all of them. A group that came across another node's is
 * tried again. One that fails over a row is tried again row by row, so that one bad row never refuses
 * its neighbours. A database that is away refuses them all: of a commit that was cut off nobody knows
 * whether it happened.
 */
export const createGroup = <Item>(
  commit: (items: Item[]) => Promise<ReadonlyMap<Item, Problem> | void>,
  limits: GroupLimits<Item>,
): Group<Item> => {
  const { most, mostWaiting, mostBytes, bytesOf, faultOf } = limits;
  const waiting = new Set<Waiting<Item>>();
  /** Waiting or being written, in bytes. */
  let bytes = 0;
  const unsettled = new Set<Waiting<Item>>();
  let running: Promise<void> | null = null;
  let closed = false;

  const commitAll = async (members: Waiting<Item>[], tries = 1): Promise<void> => {
    try {
      const refused = await commit(members.map(({ item }) => item));
      members.forEach(({ item, settle }) => settle(refused?.get(item)));
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'conflict' && tries < MOST_TRIES) return commitAll(members, tries + 1);
      if (fault === 'database' || members.length === 1)
        return members.forEach(({ settle }) => settle(error));
      for (const member of members) await commitAll([member]);
    }
  };

  const next = (): Waiting<Item>[] => {
    const members: Waiting<Item>[] = [];
    const oldest = performance.now() - limits.longestMs;
    for (const member of waiting) {
      if (members.length === most) break;
      if (member.since < oldest) member.settle(unavailable());
      else members.push(member);
      waiting.delete(member);
    }
    return members;
  };

  const run = async (): Promise<void> => {
    // What arrived in the same turn of the event loop belongs together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.size > 0) {
      const members = next();
      if (members.length > 0) await commitAll(members);
    }
    // In the same turn as the last look: whoever joins from here on starts the next run.
    running = null;
  };

  const enrol = (item: Item): Promise<void> =>
    new Promise((resolve, reject) => {
      const size = bytesOf(item);
      const settle = (error?: unknown): void => {
        if (!unsettled.delete(member)) return;
        waiting.delete(member);
        bytes -= size;
        if (error === undefined) resolve();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a driver threw goes on as it is, so that its class reaches the log
        else reject(error);
      };
      const member = { item, since: performance.now(), settle };
      unsettled.add(member);
      waiting.add(member);
      bytes += size;
    });

  return {
    join(item) {
      if (closed || waiting.size >= mostWaiting || bytes >= mostBytes) throw unavailable();
      const joined = enrol(item);
      running ??= run();
      return joined;
    },
    async drain() {
      closed = true;
      if (running === null) return;
      let tooLong: NodeJS.Timeout | undefined;
      const end = new Promise((resolve) => {
        tooLong = setTimeout(resolve, limits.longestDrainMs);
      });
      await Promise.race([running, end]);
      clearTimeout(tooLong);
      for (const { settle } of unsettled) settle(unavailable());
    },
  };
};
