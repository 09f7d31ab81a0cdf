import { Problem } from '../http/problems';
import { createGroup } from './group';

/** A commit that notes its groups, fails where it is told to, and waits while the door is shut. */
const book = (fails: (items: string[]) => boolean = () => false) => {
  const groups: string[][] = [];
  let open = (): void => undefined;
  let door = Promise.resolve();
  return {
    groups,
    shut(): void {
      door = new Promise((resolve) => (open = resolve));
    },
    open: () => open(),
    async commit(items: string[]): Promise<void> {
      groups.push(items);
      await door;
      if (fails(items)) throw new Error(`Refused: ${items.join(', ')}`);
    },
  };
};

const sizes = {
  most: 3,
  mostWaiting: 5,
  mostBytes: 1000,
  bytesOf: (item: string) => item.length,
  longestMs: 20_000,
  longestDrainMs: 10_000,
  faultOf: () => 'row' as const,
};
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Signatures that arrive together', () => {
  it('are written together, each in its place and in the order of coming', async () => {
    const written = book();
    const group = createGroup((items: string[]) => written.commit(items), sizes);
    await Promise.all(['a', 'b', 'c', 'd'].map((item) => group.join(item)));
    expect(written.groups).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('gather while others are being written', async () => {
    const written = book();
    const group = createGroup((items: string[]) => written.commit(items), sizes);
    written.shut();
    const first = group.join('a');
    await nextTurn();
    const later = ['b', 'c'].map((item) => group.join(item));
    await nextTurn();
    expect(written.groups).toEqual([['a']]);
    written.open();
    await Promise.all([first, ...later]);
    expect(written.groups).toEqual([['a'], ['b', 'c']]);
  });

  it('are tried one by one when the group fails, so that one refuses nobody else', async () => {
    const written = book((items) => items.includes('bad'));
    const group = createGroup((items: string[]) => written.commit(items), sizes);
    const settled = await Promise.allSettled(['a', 'bad', 'c'].map((item) => group.join(item)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(written.groups).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
    await group.join('d');
    expect(written.groups.at(-1)).toEqual(['d']);
  });

  it('are all refused at once, and not one by one, when the database is away', async () => {
    const written = book(() => true);
    const group = createGroup((items: string[]) => written.commit(items), {
      ...sizes,
      faultOf: () => 'database',
    });
    const settled = await Promise.allSettled(['a', 'b', 'c'].map((item) => group.join(item)));
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(written.groups).toEqual([['a', 'b', 'c']]);
  });

  it('are tried again together when another node came in between, and nobody learns of it', async () => {
    let collisions = 2;
    const written = book(() => (collisions -= 1) >= 0);
    const group = createGroup((items: string[]) => written.commit(items), {
      ...sizes,
      faultOf: () => 'conflict',
    });
    await Promise.all(['a', 'b'].map((item) => group.join(item)));
    expect(written.groups).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('are not written twice when one alone fails', async () => {
    const written = book(() => true);
    const group = createGroup((items: string[]) => written.commit(items), sizes);
    await expect(group.join('a')).rejects.toThrow('Refused: a');
    expect(written.groups).toEqual([['a']]);
  });

  it('are sent away with a time to come again once too many wait', async () => {
    const written = book();
    const group = createGroup((items: string[]) => written.commit(items), sizes);
    written.shut();
    const taken = [group.join('a')];
    await nextTurn();
    for (const item of ['b', 'c', 'd', 'e', 'f']) taken.push(group.join(item));
    expect(() => group.join('g')).toThrow(Problem);
    written.open();
    await Promise.all(taken);
    expect(written.groups.flat()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    await group.join('g');
  });

  it('are sent away when those that wait are few but large', async () => {
    const written = book();
    const group = createGroup((items: string[]) => written.commit(items), sizes);
    written.shut();
    const taken = [group.join('a'.repeat(1000))];
    await nextTurn();
    expect(() => group.join('b')).toThrow(Problem);
    written.open();
    await Promise.all(taken);
    await group.join('b');
  });

  it('are written though they come at the very moment the last group is done', async () => {
    const written = book();
    const group = createGroup((items: string[]) => written.commit(items), sizes);
    for (let turns = 0; turns < 12; turns += 1) {
      await group.join(`first ${turns}`);
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      await group.join(`second ${turns}`);
    }
    expect(written.groups.flat()).toHaveLength(24);
  });

  it('are all settled before it stops, and none is taken after', async () => {
    const written = book();
    const group = createGroup((items: string[]) => written.commit(items), sizes);
    written.shut();
    const taken = ['a', 'b', 'c', 'd'].map((item) => group.join(item));
    let drained = false;
    const draining = group.drain().then(() => (drained = true));
    expect(() => group.join('e')).toThrow(Problem);
    await nextTurn();
    expect(drained).toBe(false);
    written.open();
    await draining;
    await Promise.all(taken);
    expect(written.groups.flat()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('need not be there for it to stop', async () => {
    await createGroup(() => Promise.resolve(), sizes).drain();
  });

  describe('while the database hangs', () => {
    beforeEach(() => {
      jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    });
    afterEach(() => jest.useRealTimers());

    it('are not begun any more when their turn comes too late', async () => {
      const written = book();
      const group = createGroup((items: string[]) => written.commit(items), sizes);
      written.shut();
      const begun = group.join('begun');
      await nextTurn();
      const waits = expect(group.join('waits')).rejects.toMatchObject({ code: 'unavailable' });
      jest.advanceTimersByTime(sizes.longestMs + 1);
      const later = group.join('later');
      written.open();
      await Promise.all([begun, waits, later]);
      expect(written.groups).toEqual([['begun'], ['later']]);
    });

    it('do not keep it from stopping for longer than is set', async () => {
      const written = book();
      const group = createGroup((items: string[]) => written.commit(items), sizes);
      written.shut();
      const begun = group.join('begun');
      await nextTurn();
      const settled = Promise.allSettled([begun, group.join('waits')]);
      const draining = group.drain();
      jest.advanceTimersByTime(sizes.longestDrainMs);
      await draining;
      for (const { status } of await settled) expect(status).toBe('rejected');
    });
  });
});
