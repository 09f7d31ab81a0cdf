import { type Way, wayTo } from './on-the-way';
import { signing } from './signing';
import { clientAt, listener, zoe } from './web-client';

const { app, make, supporters } = signing();

describe('On a bad network', () => {
  let way: Way;
  beforeEach(async () => {
    way = await wayTo(app.url);
  });
  afterEach(() => way.close());

  it('a signature whose answers are lost is sent again, word by word, and counts once', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    way.next('lost', 'cut', 'busy');
    const steps: string[] = [];
    const onStep = (step: string) => void steps.push(step);
    const { status } = await clientAt(way.url).sign(documentId, zoe(), { onStep });
    expect(status).toBe('counted');
    expect(steps).toEqual([...Array<string[]>(3).fill(['sending', 'waiting']).flat(), 'sending']);
    expect([way.posted.length, new Set(way.posted).size]).toEqual([3, 1]);
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
  });

  it('so is one that paid with a challenge, which pays once', async () => {
    const { documentId } = await make.action({ challenge: 'always' });
    const signing = clientAt(way.url).sign(documentId, zoe(), {
      onStep: (step) => {
        if (step === 'solving') way.next('lost', 'lost');
      },
    });
    expect((await signing).status).toBe('confirmation-sent');
    expect([way.posted.length, new Set(way.posted).size]).toEqual([4, 2]);
    expect(await supporters.submissions(documentId)).toHaveLength(1);
  });

  it('a confirmation whose answer is lost is asked for again, and counts once', async () => {
    const { documentId } = await make.action();
    const signature = zoe();
    await clientAt(way.url).sign(documentId, signature);
    const { confirm } = await supporters.tokens(signature.email);
    way.next('lost');
    expect((await clientAt(way.url).confirm(confirm)).status).toBe('confirmed');
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
  });

  it('whoever gives up has sent it no less', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    way.next(...Array.from({ length: 50 }, () => 'lost' as const));
    const leaving = new AbortController();
    const signing = clientAt(way.url).sign(documentId, zoe(), {
      signal: leaving.signal,
      onStep: (step) => step === 'waiting' && leaving.abort(),
    });
    await expect(signing).rejects.toThrow(/aborted/);
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
  });
});

describe('Behind a proxy that gathers what it passes on', () => {
  it('a counter is asked for now and then, and moves all the same', async () => {
    const way = await wayTo(app.url, 'gathered');
    const { documentId } = await make.action({ confirmation: 'none' });
    const client = clientAt(way.url);
    const reader = listener();
    const end = client.watchCounter(documentId, reader.hear);
    await reader.until(({ total }) => total === 0);
    await client.sign(documentId, zoe());
    const moved = await reader.until(({ total }) => total === 1);
    end();
    expect(moved).toEqual(await client.counter(documentId));
    await way.close();
  });
});
