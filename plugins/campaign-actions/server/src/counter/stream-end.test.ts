import { type Listener, client, entryOf, freshStreams, pass, totals } from './stream.fixture';

const MINUTE = 60_000;

const countsPerSecond = (moments: number[]): number[] => {
  const counts = new Map<number, number>();
  for (const moment of moments) {
    const second = Math.floor(moment / 1000);
    counts.set(second, (counts.get(second) ?? 0) + 1);
  }
  return [...counts.values()];
};

describe('A live counter that nobody closes', () => {
  const node = freshStreams();

  it('writes a comment every twenty seconds, so that no proxy closes a quiet stream', async () => {
    const { sent } = await node.listen();
    await pass(61_000);
    expect(sent.slice(1)).toEqual(Array(3).fill(expect.stringMatching(/^:\nretry: \d+\n\n$/)));
  });

  it('ends after fifteen minutes at most, and says when to come back', async () => {
    const { sent, response } = await node.listen();
    await pass(11 * MINUTE);
    expect(response.writableEnded).toBe(false);
    await pass(4 * MINUTE);
    expect(response.writableEnded).toBe(true);
    expect(sent.at(-1)).toMatch(/^retry: \d+\n\n$/);
  });

  it('drops who has more than 64 KiB waiting, and nobody else', async () => {
    const [slow, quick] = [await node.listen(), await node.listen()];
    slow.response.writableLength = 64 * 1024 + 1;
    quick.response.writableLength = 64 * 1024;
    node.catalogue.entry = entryOf(2);
    await pass(1500);
    expect([slow.socket.destroyed, totals(slow.sent)]).toEqual([true, [1]]);
    expect([quick.socket.destroyed, totals(quick.sent)]).toEqual([false, [1, 2]]);
  });

  it('lets a client whose stream has ended, and who does not read that, wait one round more', async () => {
    const { response, socket } = await node.listen();
    response.end = () => void (response.writableEnded = true);
    await pass(14 * MINUTE);
    expect([response.writableEnded, socket.destroyed]).toEqual([true, true]);
  });

  it('takes no place for who has gone before it began, nor for what was never published', async () => {
    node.begin({ perAddress: 1, perNode: 1 });
    const stream = await node.streams.open({ id: 'petition', locale: null, address: '192.0.2.1' });
    const gone = client();
    gone.socket.destroy();
    stream.begin(gone.as, []);
    node.catalogue.entry = null;
    await expect(node.listen(null, '192.0.2.1')).rejects.toMatchObject({ code: 'not-found' });
    node.catalogue.entry = entryOf(1);
    await node.listen(null, '192.0.2.1');
  });

  it('ends for all when the node stops; they come back over half a minute and more (R-13)', async () => {
    let nth = 0;
    const many = 10_000;
    const random = () => (nth++ % many) / many;
    node.begin(undefined, random);
    const all: Listener[] = [];
    for (let each = 0; each < many; each += 1) all.push(await node.listen());
    await node.streams.close();
    const back = all.map(({ sent }) => Number(/^retry: (\d+)\n\n$/.exec(sent.at(-1) ?? '')?.[1]));
    expect(Math.max(...back) - Math.min(...back)).toBeGreaterThan(30_000);
    const busiest = Math.max(...countsPerSecond(back));
    expect(busiest).toBeLessThan(500);
    expect(all.every(({ socket }) => socket.destroyed)).toBe(true);
    await expect(node.listen()).rejects.toMatchObject({ code: 'unavailable', retryAfter: 30 });
  });

  it('does not keep a node from stopping that nobody reads from', async () => {
    const { response } = await node.listen();
    response.end = () => void (response.writableEnded = true);
    const closed = node.streams.close();
    await pass(5000);
    await closed;
  });
});
