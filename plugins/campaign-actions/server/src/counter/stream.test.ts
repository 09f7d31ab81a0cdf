import { type Listener, NOON, entryOf, freshStreams, pass, totals } from './stream.fixture';

describe('Listening to a counter', () => {
  const node = freshStreams();

  it('tells the counter at once, in the form of an event, and when to come back', async () => {
    const { sent } = await node.listen();
    expect(sent.join('')).toMatch(/^retry: \d+\n\nevent: counter\nid: 1\ndata: \{.*\}\n\n$/);
  });

  it('tells what is new once a second at most, and nothing when nothing is', async () => {
    const { sent } = await node.listen();
    for (let total = 2; total <= 41; total += 1) {
      node.catalogue.entry = entryOf(total);
      await pass(100);
    }
    await pass(1000);
    const told = totals(sent);
    expect(told.length).toBeGreaterThan(3);
    expect(told.length).toBeLessThanOrEqual(6);
    expect(told.at(-1)).toBe(41);
    await pass(10_000);
    expect(totals(sent)).toEqual(told);
  });

  it('asks the catalogue once a beat, however many listen, and never once all have gone', async () => {
    const all: Listener[] = [];
    for (let nth = 0; nth < 300; nth += 1) all.push(await node.listen());
    node.find.mockClear();
    await pass(10_000);
    expect(node.find.mock.calls.length).toBeLessThanOrEqual(40);
    all.forEach(({ socket }) => socket.destroy());
    node.find.mockClear();
    await pass(10_000);
    expect(node.find).not.toHaveBeenCalled();
    expect(jest.getTimerCount()).toBe(0);
  });

  it('tells all who speak one language the very same bytes', async () => {
    const chunks: (Buffer | string)[] = [];
    for (const locale of ['en', 'en', 'de', 'fr']) {
      const { response } = await node.listen(locale);
      response.write = (chunk) => chunks.push(chunk);
    }
    node.catalogue.entry = entryOf(2);
    await pass(2000);
    expect(new Set(chunks).size).toBe(2);
    expect(chunks.map(String).filter((text) => text.includes('2 personnes'))).toHaveLength(1);
  });

  it('reaches the last of many, some at a time', async () => {
    const all: Listener[] = [];
    for (let nth = 0; nth < 1000; nth += 1) all.push(await node.listen());
    node.catalogue.entry = entryOf(2);
    await pass(1250);
    const heard = () => all.filter(({ sent }) => totals(sent).includes(2)).length;
    expect(heard()).toBeLessThan(1000);
    while (heard() < 1000) await new Promise((resolve) => setImmediate(resolve));
  });

  it('tells a goal, a label or a closing too, though the number is the same', async () => {
    const { sent } = await node.listen();
    node.catalogue.entry = entryOf(1, { goal: 500 });
    await pass(1500);
    expect(sent.at(-1)).toContain('"goal":500');
    node.catalogue.entry = entryOf(1, { closesAt: new Date(NOON + 3000) });
    await pass(3000);
    expect(sent.at(-1)).toContain('"state":"closed","revision":1');
  });

  it('tells nobody something older because somebody came in with news meanwhile', async () => {
    const all: Listener[] = [];
    for (let nth = 0; nth < 1000; nth += 1) all.push(await node.listen());
    node.catalogue.entry = entryOf(2);
    await pass(1250);
    node.catalogue.entry = entryOf(3);
    all.push(await node.listen());
    const last = () => all.filter(({ sent }) => totals(sent).at(-1) === 3).length;
    while (last() < 1001) {
      await new Promise((resolve) => setImmediate(resolve));
      await pass(250);
    }
    const told = new Set(all.map(({ sent }) => totals(sent).join()));
    expect([...told].sort()).toEqual(['1,2,3', '1,3', '3']);
  });

  it('never tells a lower revision than before, not even to who came in meanwhile', async () => {
    node.catalogue.entry = entryOf(5);
    const early = await node.listen();
    node.catalogue.entry = entryOf(4);
    const late = await node.listen();
    await pass(3000);
    expect([totals(early.sent), totals(late.sent)]).toEqual([[5], [5]]);
  });

  it('says that an action is closed once it is deleted, and stays', async () => {
    const { sent, response } = await node.listen();
    node.catalogue.entry = null;
    await pass(1500);
    expect(sent.at(-1)).toContain('"total":1');
    expect(sent.at(-1)).toContain('"state":"closed"');
    expect(response.writableEnded).toBe(false);
  });

  it('below the first number that is shown, gives away no number and no id', async () => {
    node.catalogue.entry = entryOf(1, { displayFrom: 10 });
    const { sent } = await node.listen();
    expect(sent.join('')).not.toContain('id:');
    node.catalogue.entry = entryOf(9, { displayFrom: 10 });
    await pass(5000);
    expect(sent).toHaveLength(1);
    node.catalogue.entry = entryOf(10, { displayFrom: 10 });
    await pass(1500);
    expect(sent.at(-1)).toContain('id: 10\n');
  });

  it('goes on with the last number while the catalogue cannot be read', async () => {
    const { sent } = await node.listen();
    node.find.mockRejectedValue(new Error('gone'));
    await pass(5000);
    node.find.mockImplementation(() => Promise.resolve(node.catalogue.entry));
    node.catalogue.entry = entryOf(2);
    await pass(1500);
    expect(totals(sent)).toEqual([1, 2]);
  });
});
