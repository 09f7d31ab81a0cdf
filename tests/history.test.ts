import { historyAnswer } from '../plugins/campaign-actions/contracts/counter';
import { type App, startApp } from './app';
import { maker, someEmail } from './make';
import { API, signatures } from './signatures';

const HISTORY = 'campaign_actions_history';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Offsets {
  change(change: object): Promise<void>;
}

describe('The history of a counter', () => {
  let app: App;
  let make: ReturnType<typeof maker>;
  let supporters: ReturnType<typeof signatures>;
  /** An hour may end while a story runs. */
  let started: number;

  beforeAll(async () => {
    app = await startApp();
    make = maker(app);
    supporters = signatures(app);
  });
  afterAll(() => app.destroy());
  beforeEach(() => {
    started = Date.now();
  });

  const ask = (action: string, query = '') =>
    app.get(`${API}/actions/${action}/counter/history?${query}`);

  const history = async (action: string, query = '') => {
    const { status, body } = await ask(action, query);
    expect(status).toBe(200);
    return historyAnswer.parse(body);
  };

  const errors = async (action: string, query: string) => {
    const { status, body } = await ask(action, query);
    const { details } = (body as { error: { details: { errors: object[] } } }).error;
    return [status, details.errors];
  };

  const sign = async (action: string, times = 1): Promise<void> => {
    for (let i = 0; i < times; i += 1)
      expect((await supporters.sign(action, { email: someEmail() })).status).toBe(201);
  };

  const confirmOne = async (action: string) => {
    const email = someEmail();
    await supporters.sign(action, { email });
    const links = await supporters.tokens(email);
    expect((await supporters.confirm(links.confirm)).status).toBe(200);
    return { email, ...links };
  };

  const rows = (action: string) =>
    app.strapi.db.connection(HISTORY).where({ action }).orderBy('hour');

  /** What was signed just now was signed so many hours ago. */
  const timeGoesBy = async (action: string, hours: number): Promise<void> => {
    const now = Math.floor(started / HOUR_MS);
    await app.strapi.db
      .connection(HISTORY)
      .where({ action })
      .andWhere('hour', '>=', now - 1)
      .update({ hour: now - hours });
  };

  const hourOf = (ms: number): string => new Date(ms - (ms % HOUR_MS)).toISOString();
  const dayOf = (ms: number): string => new Date(ms - (ms % DAY_MS)).toISOString();

  it('holds the net change of every hour: signed, confirmed, withdrawn, rejected', async () => {
    const { documentId } = await make.action();
    const sums = async () =>
      (await rows(documentId)).reduce(
        (sum: number, row: { signatures: number }) => sum + row.signatures,
        0,
      ) as number;
    const first = await confirmOne(documentId);
    const second = await confirmOne(documentId);
    expect(await sums()).toBe(2);
    await supporters.confirm(first.confirm);
    expect(await sums()).toBe(2);
    await supporters.withdraw((await supporters.tokens(first.email, 2)).withdraw);
    expect(await sums()).toBe(1);
    await supporters.reject(second.reject);
    expect(await sums()).toBe(0);

    const { documentId: direct } = await make.action({ confirmation: 'none' });
    await sign(direct, 3);
    expect(await rows(direct)).toMatchObject([{ action: direct, signatures: 3 }]);
  });

  it('gives every hour asked for, with nothing where nobody signed, and the total at its end', async () => {
    const { documentId, slug } = await make.action({ confirmation: 'none' });
    await sign(documentId, 3);
    await timeGoesBy(documentId, 30);
    await sign(documentId, 2);
    await timeGoesBy(documentId, 3);
    const now = started;
    const at = (hoursAgo: number) => new Date(now - hoursAgo * HOUR_MS).toISOString();

    const { data, meta } = await history(slug, `interval=hour&from=${at(5)}&to=${at(2)}`);
    expect(meta.interval).toBe('hour');
    expect(data).toEqual(
      [
        [5, 0, 3],
        [4, 0, 3],
        [3, 2, 5],
        [2, 0, 5],
      ].map(([ago = 0, signed, total]) => ({
        at: hourOf(now - ago * HOUR_MS),
        signatures: signed,
        total,
      })),
    );
    const usual = await history(documentId, 'interval=hour');
    expect(usual.data).toHaveLength(24);
    expect(usual.data.at(-1)).toMatchObject({ signatures: 0, total: 5 });
  });

  it('gives days, with what was collected elsewhere from the day it was', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const offset = app.strapi.plugin('campaign-actions').service<Offsets>('offset');
    const change = { action: documentId, reason: 'On paper', who: 'Ada' };
    await offset.change({ ...change, offset: 700 });
    await app.strapi.db
      .connection('campaign_actions_offsets')
      .where({ action: documentId })
      .update({ at: new Date(Date.now() - 2 * DAY_MS) });
    await offset.change({ ...change, offset: 785 });
    await sign(documentId, 4);
    await timeGoesBy(documentId, 24 * 3);
    await sign(documentId);

    const now = started;
    const { data, meta } = await history(documentId);
    expect([meta.interval, data.length]).toEqual(['day', 30]);
    const asked = `from=${dayOf(now - 3 * DAY_MS).slice(0, 10)}&to=2999-01-01`;
    expect((await history(documentId, asked)).data).toEqual(
      [
        [3, 4, 4],
        [2, 0, 704],
        [1, 0, 704],
        [0, 1, 790],
      ].map(([ago = 0, signed, total]) => ({
        at: dayOf(now - ago * DAY_MS),
        signatures: signed,
        total,
      })),
    );
  });

  it('has no bucket of the future, nor of a range that ends before it begins', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    expect((await history(documentId, 'from=2999-01-01')).data).toEqual([]);
    expect((await history(documentId, 'from=2026-02-01&to=2026-01-01')).data).toEqual([]);
    expect((await history(documentId, 'from=2001-01-01&to=2001-01-02')).data).toEqual([
      { at: '2001-01-01T00:00:00.000Z', signatures: 0, total: 0 },
      { at: '2001-01-02T00:00:00.000Z', signatures: 0, total: 0 },
    ]);
  });

  it('says which part of what was asked it cannot give', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    expect(await errors(documentId, 'interval=minute&from=yesterday&to=2026-13-01')).toEqual([
      400,
      [
        expect.objectContaining({ path: ['interval'], code: 'not-an-option' }),
        expect.objectContaining({ path: ['from'], code: 'format' }),
        expect.objectContaining({ path: ['to'], code: 'format' }),
      ],
    ]);
    const tooMany = [400, [expect.objectContaining({ path: ['from'], code: 'too-long' })]];
    expect(await errors(documentId, 'from=2001-01-01')).toEqual(tooMany);
    const aYear = 'interval=hour&from=2025-01-01T00:00:00Z&to=2026-01-01T00:00:00%2B01:00';
    expect(await errors(documentId, aYear)).toEqual(tooMany);
  });

  it('is not there while the counter or its split is hidden, or for what was never published (T-23)', async () => {
    const hidden = await make.action({ confirmation: 'none', displayFrom: 2 });
    const whole = await make.action({ confirmation: 'none', hideSplit: true });
    const draft = await make.action({ status: 'draft' });
    for (const { documentId } of [hidden, whole, draft])
      expect((await ask(documentId)).status).toBe(404);
    expect((await ask('nobody')).status).toBe(404);

    await sign(hidden.documentId, 2);
    const patience = Date.now() + 5000;
    let { status } = await ask(hidden.documentId);
    while (status !== 200 && Date.now() < patience) ({ status } = await ask(hidden.documentId));
    expect(status).toBe(200);
  });

  it('tells days alone, up to yesterday, where signers are at risk (T-23)', async () => {
    const { documentId } = await make.action({ sensitive: true });
    await confirmOne(documentId);
    await timeGoesBy(documentId, 24 * 2);
    await confirmOne(documentId);
    const now = started;
    for (const query of ['interval=hour', 'interval=day', `interval=hour&to=${hourOf(now)}`]) {
      const { data, meta } = await history(documentId, query);
      expect([meta.interval, data.length]).toEqual(['day', 30]);
      expect(data.at(-1)).toEqual({ at: dayOf(now - DAY_MS), signatures: 0, total: 1 });
      expect(data.at(-2)).toEqual({ at: dayOf(now - 2 * DAY_MS), signatures: 1, total: 1 });
    }
    expect((await history(documentId, `from=${dayOf(now)}`)).data).toEqual([]);
  });
});
