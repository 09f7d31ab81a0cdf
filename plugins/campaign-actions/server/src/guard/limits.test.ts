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
