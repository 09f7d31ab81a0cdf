import { Problem } from '../http/problems';

export interface Group<Item> {
  /** Resolves once the item is committed. @throws Problem 503 when too many wait already. */
  join(item: Item): Promise<void>;
  /** Takes no more, and resolves when everything taken is settled. */
  drain(): Promise<void>;
}

interface Waiting<Item> {
  item: Item;
  resolve: () => void;
  reject: (error: unknown) => void;
}

export interface GroupLimits {
  /** Items of one commit. */
  most: number;
  /** Items that may wait; beyond, the answer is 503 at once. */
  mostWaiting: number;
  /** Whether a failure may be one row's fault; if not, nothing is tried again one by one. */
  isAboutRows: (error: unknown) => boolean;
}

const RETRY_SECONDS = 2;

/**
 * Requests that arrive together share one commit: while one group is being written the next one
 * gathers, so the disk is synced once for all of them. A group that fails over a row is tried again one
 * by one, so that one bad row never refuses its neighbours; a database that is away refuses them all.
 */
export const createGroup = <Item>(
  commit: (items: Item[]) => Promise<void>,
  { most, mostWaiting, isAboutRows }: GroupLimits,
): Group<Item> => {
  let waiting: Waiting<Item>[] = [];
  let running: Promise<void> | null = null;
  let closed = false;

  const settleEach = async (members: Waiting<Item>[]): Promise<void> => {
    for (const member of members) {
      await commit([member.item]).then(
        () => member.resolve(),
        (error: unknown) => member.reject(error),
      );
    }
  };

  const commitGroup = async (members: Waiting<Item>[]): Promise<void> => {
    try {
      await commit(members.map(({ item }) => item));
    } catch (error) {
      if (members.length === 1 || !isAboutRows(error)) {
        return members.forEach(({ reject }) => reject(error));
      }
      return settleEach(members);
    }
    members.forEach(({ resolve }) => resolve());
  };

  const run = async (): Promise<void> => {
    // What arrived in the same turn of the event loop belongs together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const members = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await commitGroup(members);
    }
    // In the same turn as the last look: whoever joins from here on starts the next run.
    running = null;
  };

  return {
    join(item) {
      if (closed || waiting.length >= mostWaiting)
        throw new Problem('unavailable', [], RETRY_SECONDS);
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        running ??= run();
      });
    },
    async drain() {
      closed = true;
      await running;
    },
  };
};
