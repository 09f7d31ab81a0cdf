import { createLanes } from './lanes';

describe('Mail to a domain', () => {
  let now = 0;
  const road = () => createLanes(() => now);
  const enterAll = (lanes: ReturnType<typeof createLanes>, domain: string, most: number): number =>
    Array.from({ length: most }, () => lanes.enter(domain)).filter((rest) => rest === 0).length;

  it('never takes every place, however much of it there is', () => {
    const lanes = road();
    expect(enterAll(lanes, 'slow.example', 100)).toBe(15);
    expect(lanes.enter('well.example')).toBe(0);
  });

  it('gets fewer places while its server is slow, and all again once it is not', () => {
    const lanes = road();
    lanes.enter('slow.example');
    lanes.leave('slow.example', 'slow');
    expect(enterAll(lanes, 'slow.example', 100)).toBe(5);
    for (let n = 0; n < 5; n += 1) lanes.leave('slow.example', 'well');
    expect(enterAll(lanes, 'slow.example', 100)).toBe(15);
  });

  it('rests after three failures in a row, ever longer, and then one tries again (R-09)', () => {
    const lanes = road();
    for (let n = 0; n < 10; n += 1) expect(lanes.enter('away.example')).toBe(0);
    for (let n = 0; n < 10; n += 1) lanes.leave('away.example', 'ill');
    expect(lanes.enter('away.example')).toBe(30);
    expect(lanes.enter('well.example')).toBe(0);
    now += 30_000;
    expect(enterAll(lanes, 'away.example', 10)).toBe(1);
    lanes.leave('away.example', 'ill');
    expect(lanes.enter('away.example')).toBe(60);
    for (let time = 0; time < 10; time += 1) {
      now += lanes.enter('away.example') * 1000;
      expect(lanes.enter('away.example')).toBe(0);
      lanes.leave('away.example', 'ill');
    }
    expect(lanes.enter('away.example')).toBe(600);
    now += 600_000;
    lanes.enter('away.example');
    lanes.leave('away.example', 'well');
    expect(enterAll(lanes, 'away.example', 100)).toBe(15);
  });

  it('is not held up by two mailboxes that are full, nor by trouble of our own', () => {
    const lanes = road();
    for (const how of ['ill', 'ill', 'well', 'ill', 'ill', 'unknown', 'unknown'] as const) {
      expect(lanes.enter('large.example')).toBe(0);
      lanes.leave('large.example', how);
    }
    expect(lanes.enter('large.example')).toBe(0);
  });
});
