import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ClaimedItem } from './store';
import { type Deed, type Settled, startWorker } from './worker';

const itemsOf = (many: number): ClaimedItem[] =>
  Array.from({ length: many }, (_, at) => ({
    seq: at,
    id: Buffer.alloc(16),
    kind: 'confirm',
    action: 'petition',
    row_id: Buffer.alloc(16),
    sealed: null,
    attempts: 1,
    admitted: true,
  }));

/** A worker on these items, which does this with each, until all but `held` are written down. */
const workThrough = async (items: ClaimedItem[], deed: (item: ClaimedItem) => Deed, held = 0) => {
  const waiting = [...items];
  const written: Settled[][] = [];
  let claims = 0;
  const worker = startWorker({
    outbox: {
      claim(most) {
        const claimed = waiting.splice(0, most);
        if (claimed.length > 0) claims += 1;
        return Promise.resolve(claimed);
      },
    },
    plan: (claimed) => Promise.resolve(claimed.map(deed)),
    finish: async (settled) => {
      written.push(settled);
      await nextTurn();
    },
    onFailure: () => undefined,
  });
  while (written.flat().length < items.length - held) await nextTurn();
  return { worker, written, claims: () => claims };
};

const mailed: Deed = () => Promise.resolve({ what: 'happened', mailed: true });

/** One after the other, as a mail server takes them. */
const inTurn =
  ({ seq }: ClaimedItem): Deed =>
  async () => {
    for (let turn = 0; turn <= seq % 20; turn += 1) await nextTurn();
    return mailed();
  };

describe('Two hundred mails', () => {
  it('are taken and written down by the dozen: each time is a commit that signing waits for', async () => {
    const { worker, written, claims } = await workThrough(itemsOf(200), inTurn);
    await worker.stop();
    expect(written.flat().map(({ item }) => item.seq)).toHaveLength(200);
    expect(written.length).toBeLessThanOrEqual(40);
    expect(claims()).toBeLessThanOrEqual(25);
  });

  it('go on leaving while fifteen of them find no end', async () => {
    let release = (): void => undefined;
    const never = new Promise<void>((resolve) => (release = resolve));
    const slow: Deed = () => never.then(mailed);
    const items = itemsOf(200);
    const deed = (item: ClaimedItem): Deed => (item.seq < 15 ? slow : inTurn(item));
    const { worker, written } = await workThrough(items, deed, 15);
    expect(written.flat()).toHaveLength(185);
    release();
    await worker.stop();
    expect(written.flat()).toHaveLength(200);
  });
});

describe('One mail', () => {
  it('is written down as soon as it has left', async () => {
    const { worker, written } = await workThrough(itemsOf(1), () => mailed);
    await worker.stop();
    expect(written).toHaveLength(1);
  });
});
