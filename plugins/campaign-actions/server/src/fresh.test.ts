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
});
