import { createKept } from './kept';

const setUp = () => {
  const makes: { done: (value: string) => void; fail: () => void }[] = [];
  const failures = jest.fn();
  let now = 0;
  const kept = createKept(
    () =>
      new Promise<string>((resolve, reject) => {
        makes.push({ done: resolve, fail: () => reject(new Error('no database')) });
      }),
    failures,
    () => now,
  );
  const made = async (value: string, revision = '1') => {
    const asked = kept.at(revision);
    makes.at(-1)?.done(value);
    expect(await asked).toBe(value);
  };
  return { kept, makes, failures, made, wait: (ms: number) => void (now += ms) };
};

describe('What is kept', () => {
  it('is made once for a thousand who wait, and not again while nothing changes', async () => {
    const { kept, makes } = setUp();
    const asked = Array.from({ length: 1000 }, async () => kept.at('1'));
    makes[0]?.done('page');
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['page']));
    expect(await kept.at('1')).toBe('page');
    expect(makes).toHaveLength(1);
  });

  it('is made again for whoever asks after a change, also when it was just being made', async () => {
    const { kept, makes } = setUp();
    const before = kept.at('1');
    const after = kept.at('2');
    makes[1]?.done('new');
    expect(await after).toBe('new');
    makes[0]?.done('old');
    expect(await before).toBe('old');
    expect(await kept.at('2')).toBe('new');
    expect(makes).toHaveLength(2);
  });

  it('is made again in the background when it is ten seconds old', async () => {
    const { kept, makes, made, wait } = setUp();
    await made('first');
    wait(10_000);
    expect(await kept.at('1')).toBe('first');
    expect(await kept.at('1')).toBe('first');
    expect(makes).toHaveLength(2);
    makes[1]?.done('second');
    await Promise.resolve();
    await Promise.resolve();
    expect(await kept.at('1')).toBe('second');
  });

  it('is given out for ten minutes when it cannot be made again, and then no more', async () => {
    const { kept, makes, made, failures, wait } = setUp();
    await made('first');
    const asked = kept.at('2');
    makes[1]?.fail();
    expect(await asked).toBe('first');
    expect(failures).toHaveBeenCalledTimes(1);
    wait(599_999);
    const late = kept.at('2');
    makes[2]?.fail();
    expect(await late).toBe('first');
    wait(1000);
    const tooLate = kept.at('2');
    makes[3]?.fail();
    await expect(tooLate).rejects.toThrow('no database');
  });

  it('lets nobody wait for a second failure within a second', async () => {
    const { kept, makes, made, wait } = setUp();
    await made('first');
    const asked = kept.at('2');
    makes[1]?.fail();
    await asked;
    expect(await kept.at('2')).toBe('first');
    expect(makes).toHaveLength(2);
    wait(1000);
    await made('second', '2');
  });

  it('keeps no failure', async () => {
    const { kept, makes, made } = setUp();
    const asked = kept.at('1');
    makes[0]?.fail();
    await expect(asked).rejects.toThrow('no database');
    await made('page');
  });
});
