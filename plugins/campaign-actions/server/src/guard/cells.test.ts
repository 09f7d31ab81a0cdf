import { createCells } from './cells';

describe('Places that many networks share', () => {
  it('begin anew when the hour is over, and forget nothing before', async () => {
    let now = 5;
    const cells = createCells({ cells: 4, duration: 3600 }, () => now);
    await cells.penalty('2');
    now += 3_599_999;
    expect(await cells.penalty('2')).toEqual({ consumedPoints: 2, msBeforeNext: 1 });
    now += 1;
    expect(await cells.penalty('2')).toMatchObject({ consumedPoints: 1 });
  });

  it('go neither below nothing nor over the end of their two bytes', async () => {
    const cells = createCells({ cells: 1, duration: 3600 });
    expect(await cells.reward('0')).toMatchObject({ consumedPoints: 0 });
    for (let i = 0; i < 2 ** 16; i += 1) await cells.penalty('0');
    expect(await cells.penalty('0')).toMatchObject({ consumedPoints: 2 ** 16 - 1 });
  });
});
