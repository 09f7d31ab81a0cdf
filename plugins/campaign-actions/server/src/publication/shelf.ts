/** Keeps what was used last, as much as there is room for. */
export interface Shelf<Item> {
  get(key: string): Item | undefined;
  /** Puts it there or weighs it again; what was not used for the longest time makes room. */
  put(key: string, item: Item, bytes: number): void;
}

/** What an item takes besides its bytes, so that the number of items has a bound too. */
const OVERHEAD_BYTES = 1024;

export const createShelf = <Item>(mostBytes: number): Shelf<Item> => {
  // A Map goes through its entries in the order in which they were put.
  const items = new Map<string, { item: Item; bytes: number }>();
  let sum = 0;

  const remove = (key: string): void => {
    sum -= items.get(key)?.bytes ?? 0;
    items.delete(key);
  };

  return {
    get(key) {
      const found = items.get(key);
      if (!found) return undefined;
      items.delete(key);
      items.set(key, found);
      return found.item;
    },
    put(key, item, itsBytes) {
      remove(key);
      const bytes = itsBytes + OVERHEAD_BYTES;
      items.set(key, { item, bytes });
      sum += bytes;
      for (const oldest of items.keys()) {
        if (sum <= mostBytes) break;
        remove(oldest);
      }
    },
  };
};
