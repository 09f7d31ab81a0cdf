import { createFresh } from './fresh';

describe('createFresh', () => {
  let now: number;
  let written: string;
  const read = jest.fn(() => Promise.resolve(written));
  const clock = () => now;

  beforeEach(() => {
    now = 0;
    written = 'one';
    read.mockClear();
  });

  it('reads once a second at most, however often it is asked', async () => {
    const kept = createFresh('', read, clock);
    await Promise.all(Array.from({ length: 100 }, async () => kept.get()));
    now = 999;
    expect(await kept.get()).toBe('one');
    expect(read).toHaveBeenCalledTimes(1);
    now = 1000;
    written = 'two';
    expect(await kept.get()).toBe('two');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('reads nothing while nobody asks', () => {
    createFresh('', read, clock);
    expect(read).not.toHaveBeenCalled();
  });

  it('reads again after a change of this node’s own, also one made while it was reading', async () => {
    const kept = createFresh('', read, clock);
    const before = kept.get();
    written = 'two';
    kept.forget();
    expect(await kept.get()).toBe('two');
    await before;
    expect(await kept.get()).toBe('two');
    kept.forget();
    written = 'three';
    expect(await kept.get()).toBe('three');
  });

  it('tells whoever asked that reading failed, and tries again for the next', async () => {
    const kept = createFresh('', read, clock);
    read.mockRejectedValueOnce(new Error('gone'));
    await expect(kept.get()).rejects.toThrow('gone');
    expect(await kept.get()).toBe('one');
  });

  it('answers at once, with no promise to wait for, while it is fresh', async () => {
    const kept = createFresh('', read, clock);
    expect(kept.get()).toBeInstanceOf(Promise);
    await kept.get();
    expect(kept.get()).toBe('one');
  });

  describe('while the database', () => {
    let answer: (value: string) => void;
    const hangs = () =>
      read.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));

    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());

    it('is slow, says after a moment what it said last, and recovers by itself', async () => {
      const kept = createFresh('', read, clock);
      await kept.get();
      now = 1000;
      hangs();
      const asked = kept.get();
      await jest.advanceTimersByTimeAsync(250);
      expect(await asked).toBe('one');
      expect(kept.get()).toBe('one');
      expect(read).toHaveBeenCalledTimes(2);
      answer('two');
      await jest.advanceTimersByTimeAsync(0);
      expect(kept.get()).toBe('two');
    });

    it('is away, says what it said last, and asks once a second', async () => {
      const kept = createFresh('', read, clock);
      await kept.get();
      now = 1000;
      read.mockRejectedValue(new Error('gone'));
      for (; now < 4000; now += 100) expect(await kept.get()).toBe('one');
      expect(read).toHaveBeenCalledTimes(1 + 3);
      read.mockImplementation(() => Promise.resolve('two'));
      expect(await kept.get()).toBe('two');
    });

    it('never answers, asks it anew, and keeps the newer answer should both come', async () => {
      const kept = createFresh('', read, clock);
      await kept.get();
      now = 1000;
      hangs();
      void kept.get();
      const lost = answer;
      await jest.advanceTimersByTimeAsync(250);
      now = 11_000;
      written = 'two';
      expect(await kept.get()).toBe('two');
      lost('from long ago');
      await jest.advanceTimersByTimeAsync(0);
      expect(kept.get()).toBe('two');
    });

    it('is slow just after a change of this node’s own, waits for it', async () => {
      const kept = createFresh('', read, clock);
      await kept.get();
      kept.forget();
      hangs();
      const asked = kept.get();
      await jest.advanceTimersByTimeAsync(1000);
      answer('changed');
      expect(await asked).toBe('changed');
    });
  });
});
