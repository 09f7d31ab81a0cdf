import { createHmac } from 'node:crypto';
import { createLimits } from './limits';
import { prefixesOf } from './prefix';

const OPTIONS = {
  softPerMinute: 10,
  softPerHour: 60,
  hardPerHour: 600,
  widePerHour: 3000,
  globalPerMinute: 6000,
};
const hash = (message: string): Buffer => createHmac('sha256', 'secret').update(message).digest();
const limits = (options = {}) => createLimits({ ...OPTIONS, ...options }, hash);
const SCHOOL = prefixesOf('203.0.113.7');

describe('Signatures from one address', () => {
  it('are taken as they come, ten a minute', async () => {
    const guard = limits();
    const verdicts = [];
    for (let i = 0; i < 11; i += 1) verdicts.push(await guard.count('a', SCHOOL));
    expect(verdicts.map(({ busy }) => busy)).toEqual([...Array<boolean>(10).fill(false), true]);
  });

  it('are refused for the rest of the hour after six hundred', async () => {
    const guard = limits();
    const verdicts = [];
    for (let i = 0; i < 601; i += 1) verdicts.push(await guard.count('a', SCHOOL));
    expect(verdicts.slice(0, 600).every(({ waitSeconds }) => waitSeconds === null)).toBe(true);
    const { waitSeconds } = verdicts[600] ?? {};
    expect(Number.isInteger(waitSeconds)).toBe(true);
    expect(waitSeconds).toBeGreaterThanOrEqual(1);
    expect(waitSeconds).toBeLessThanOrEqual(3600);
  });

  it('leave those for another action alone', async () => {
    const guard = limits();
    for (let i = 0; i < 11; i += 1) await guard.count('a', SCHOOL);
    expect((await guard.count('b', SCHOOL)).busy).toBe(false);
  });

  it('do not count where a challenge was asked for instead', async () => {
    const guard = limits({ hardPerHour: 11 });
    for (let i = 0; i < 10; i += 1) await guard.count('a', SCHOOL);
    for (let i = 0; i < 50; i += 1) {
      expect(await guard.count('a', SCHOOL)).toMatchObject({ busy: true, waitSeconds: null });
      await guard.discount('a', SCHOOL);
    }
  });
});

describe('How many came from one address within the hour', () => {
  const countEach = async (
    guard: ReturnType<typeof limits>,
    addresses: number,
  ): Promise<number[]> => {
    const counts: number[] = [];
    for (let i = 0; i < addresses; i += 1) {
      const address = `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`;
      counts.push((await guard.count('a', prefixesOf(address))).lastHour);
    }
    return counts;
  };

  it('is one for each of 100,000 who sign once, but for a few, and five for none', async () => {
    const counts = await countEach(limits(), 100_000);
    // By the arithmetic in `LAST_HOUR`: (1 - exp(-n / 2^17))^2 of them, n being who came before.
    expect(counts.filter((count) => count > 1).length).toBeLessThan(15_000);
    expect(counts.filter((count) => count > 2).length).toBeLessThan(2000);
    expect(counts.filter((count) => count > 5)).toEqual([]);
  });

  it('is what that address sent, however many others sign', async () => {
    const guard = limits();
    await countEach(guard, 20_000);
    for (let i = 0; i < 29; i += 1) await guard.count('a', SCHOOL);
    const { lastHour } = await guard.count('a', SCHOOL);
    expect(lastHour).toBeGreaterThanOrEqual(30);
    expect(lastHour).toBeLessThan(33);
  });

  it('is not what a challenge was asked for instead', async () => {
    const guard = limits();
    for (let i = 0; i < 5; i += 1) {
      expect((await guard.count('a', SCHOOL)).lastHour).toBe(1);
      await guard.discount('a', SCHOOL);
    }
  });
});

describe('Signatures from an IPv6 /48', () => {
  it('are refused after three thousand, from whichever of its networks', async () => {
    const guard = limits();
    const from = (i: number) => prefixesOf(`2001:db8:1:${i.toString(16)}::1`);
    for (let i = 0; i < 3000; i += 1) await guard.count('a', from(i));
    expect((await guard.count('a', from(9999))).waitSeconds).not.toBeNull();
    expect((await guard.count('a', prefixesOf('2001:db8:2::1'))).waitSeconds).toBeNull();
  });
});

describe('T-03: more signatures than the whole server expects', () => {
  it('make it ask a fresh address for a challenge, and never refuse it', async () => {
    const guard = limits({ globalPerMinute: 3 });
    for (let i = 0; i < 3; i += 1) await guard.count('a', prefixesOf(`203.0.113.${i}`));
    expect(await guard.count('a', prefixesOf('198.51.100.1'))).toMatchObject({
      busy: true,
      waitSeconds: null,
    });
  });

  it('are not what one address makes of them that is refused anyhow', async () => {
    const guard = limits({ hardPerHour: 1, globalPerMinute: 3 });
    for (let i = 0; i < 50; i += 1) await guard.count('a', SCHOOL);
    expect((await guard.count('a', prefixesOf('198.51.100.1'))).busy).toBe(false);
  });
});

describe('Where nobody knows who asks', () => {
  it('no address is limited', async () => {
    const guard = limits();
    for (let i = 0; i < 700; i += 1)
      expect(await guard.count('a', null)).toMatchObject({ busy: false, waitSeconds: null });
  });
});
