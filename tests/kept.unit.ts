import { keptAWhile } from '../src/campaign-page/kept';

describe('What is kept a while', () => {
  let now = 0;
  let asked: string[] = [];
  beforeEach(() => {
    now = 0;
    asked = [];
  });
  const reads = (answer: (name: string) => Promise<string>) =>
    keptAWhile(
      (name) => {
        asked.push(name);
        return answer(name);
      },
      () => now,
    );

  it('is read once however many ask within a second, for each name by itself', async () => {
    const read = reads((name) => Promise.resolve(`about ${name}`));
    expect(await Promise.all([read('en'), read('en'), read('fr')])).toEqual([
      'about en',
      'about en',
      'about fr',
    ]);
    now = 999;
    await read('en');
    expect(asked).toEqual(['en', 'fr']);
    now = 1000;
    await read('en');
    expect(asked).toEqual(['en', 'fr', 'en']);
  });

  it('is read again at once when reading failed', async () => {
    const read = reads(() => Promise.reject(new Error('away')));
    await expect(read('en')).rejects.toThrow('away');
    await expect(read('en')).rejects.toThrow('away');
    expect(asked).toHaveLength(2);
  });

  it('never grows without end', async () => {
    const read = reads((name) => Promise.resolve(name));
    for (let at = 0; at < 60; at += 1) await read(String(at));
    await read('0');
    expect(asked.filter((name) => name === '0')).toHaveLength(2);
    await read('59');
    expect(asked.filter((name) => name === '59')).toHaveLength(1);
  });
});
