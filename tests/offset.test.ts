import { panelCounter, pastOffset } from '../plugins/campaign-actions/contracts/panel-counter';
import { type App, startApp } from './app';
import { listen } from './listen';
import { maker, someEmail } from './make';
import { rowsOfTables } from './own-tables';
import { panelUsers } from './panel-users';
import { API, type Counted, signatures } from './signatures';

interface PanelAnswer {
  data: Record<string, unknown>;
  error: { details: { errors: { path: string[] }[] } };
}

const TABLES = ['campaign_actions_offsets', 'campaign_actions_audit', 'campaign_actions_ledger'];

describe('What was collected elsewhere (T-14)', () => {
  let app: App;
  let make: ReturnType<typeof maker>;
  let editor: RequestInit;

  const panelUser = async (name: string, role: { id: number }): Promise<RequestInit> => {
    const login = await panelUsers(app).create(name, role);
    const { body } = await app.post<{ data: { token: string } }>('/admin/login', login);
    return { headers: { Authorization: `Bearer ${body.data.token}` } };
  };

  /** The panel's own request. */
  const change = (action: string, data: unknown, as: RequestInit = editor) =>
    app.post<PanelAnswer>(
      `/campaign-actions/actions/${action}/offset`,
      { data },
      { ...as, method: 'PUT' },
    );

  const rowsOf = async (action: string) => {
    const rows = await rowsOfTables(app, TABLES);
    return TABLES.map((table) => rows[table]?.filter((row) => row.action === action));
  };

  beforeAll(async () => {
    app = await startApp();
    make = maker(app);
    editor = await panelUser('ada', await panelUsers(app).roles.getSuperAdmin());
  });
  afterAll(() => app.destroy());

  it('is changed in the panel by those who may, with a reason, and nobody else', async () => {
    const { documentId } = await make.action();
    const role = await panelUsers(app).roles.create({
      name: 'Guest',
      description: 'Reads nothing',
    });
    const guest = await panelUser('guest', role);
    const good = { offset: 785, reason: 'On paper' };
    const before = await rowsOf(documentId);
    expect((await change(documentId, good, {})).status).toBe(401);
    expect((await change(documentId, good, guest)).status).toBe(403);
    expect((await change('gone', good)).status).toBe(404);
    for (const [data, path] of [
      [{ offset: 785 }, 'reason'],
      [{ offset: 785, reason: '  ' }, 'reason'],
      [{ offset: 785, reason: 'x'.repeat(501) }, 'reason'],
      [{ offset: -1, reason: 'On paper' }, 'offset'],
      [{ offset: 100_000_001, reason: 'On paper' }, 'offset'],
      [{ offset: 1.5, reason: 'On paper' }, 'offset'],
      [{ offset: '785', reason: 'On paper' }, 'offset'],
      [{ reason: 'On paper' }, 'offset'],
    ] as const) {
      const { status, body } = await change(documentId, data);
      expect([data, status]).toEqual([data, 400]);
      expect(body.error.details.errors.map((error) => error.path)).toEqual([[path]]);
    }
    expect(await rowsOf(documentId)).toEqual(before);
    for (const offset of [0, 100_000_000, 785])
      expect((await change(documentId, { offset, reason: 'On paper' })).status).toBe(200);
  });

  it('counts at once, and who changed it, from what to what and why stays', async () => {
    const { documentId } = await make.action();
    await change(documentId, { offset: 785, reason: 'On paper' });
    const { body } = await change(documentId, { offset: 800, reason: '  Fifteen more letters ' });
    expect(panelCounter.parse(body.data)).toMatchObject({ total: 800, signatures: 0, offset: 800 });
    await change(documentId, { offset: 800, reason: 'The same again changes nothing' });

    const [offsets, audit] = await rowsOf(documentId);
    expect(offsets).toMatchObject([
      { old: 0, new: 785, reason: 'On paper', who: 'ada Editor' },
      { old: 785, new: 800, reason: 'Fifteen more letters', who: 'ada Editor' },
    ]);
    expect(audit).toHaveLength(2);
    expect(audit?.[1]).toMatchObject({ deed: 'offset.update', who: 'ada Editor' });
    for (const said of ['785', '800', 'Fifteen more letters'])
      expect(JSON.stringify(audit?.[1])).toContain(said);
    const path = `/campaign-actions/actions/${documentId}/offsets`;
    const history = (await app.get<{ data: unknown[] }>(path, editor)).body.data;
    expect(history.map((each) => pastOffset.parse(each).new)).toEqual([800, 785]);
    expect((await app.get(path)).status).toBe(401);
  });

  /** Every public answer that holds the counter of an action with an offset and a signature. */
  const everyCounter = async (values: object): Promise<{ counters: Counted[]; texts: string }> => {
    const { documentId } = await make.action({ confirmation: 'none', ...values });
    const further = await make.campaign({
      action: documentId,
      furtherActions: [{ label: 'Sign', title: 'Once more', action: documentId }],
    });
    await change(documentId, { offset: 7_654_321, reason: 'On paper' });
    const signed = await signatures(app).sign(documentId, { email: someEmail() });
    expect(signed.status).toBe(201);
    // The board is at most a second old.
    const counterPath = `${API}/actions/${documentId}/counter`;
    const patience = Date.now() + 5000;
    let one = await app.get<{ data: Counted }>(counterPath);
    while (one.body.data.total === 7_654_321 && Date.now() < patience)
      one = await app.get<{ data: Counted }>(counterPath);
    const [page, action, many] = await Promise.all([
      app.get<{ data: { action: { counter: Counted } } }>(`${API}/campaigns/${further.slug}`),
      app.get<{ data: { counter: Counted } }>(`${API}/actions/${documentId}`),
      app.get<{ data: Record<string, Counted> }>(`${API}/counters?actions=${documentId}`),
    ]);
    const live = await listen(app, `${counterPath}/stream`);
    const streamed = (await live.next()) as Counted;
    await live.leave();
    const answers = [signed, one, page, action, many];
    return {
      counters: [
        signed.body.data.counter,
        one.body.data,
        page.body.data.action.counter,
        action.body.data.counter,
        many.body.data[documentId] as Counted,
        streamed,
      ],
      texts: [
        live.text(),
        ...answers.map(({ text, headers }) => text + JSON.stringify([...headers])),
      ].join('\n'),
    };
  };

  it('is given apart from the signatures, in every answer', async () => {
    const { counters } = await everyCounter({});
    expect(counters).toHaveLength(6);
    for (const { total, signatures: signed, offset } of counters.slice(1))
      expect([total, signed, offset]).toEqual([7_654_322, 1, 7_654_321]);
  });

  it('is in no public answer where the editor hides the split', async () => {
    const { counters, texts } = await everyCounter({ hideSplit: true });
    for (const { total, signatures: signed, offset } of counters) {
      expect([signed, offset]).toEqual([null, null]);
      expect(total).toBeGreaterThanOrEqual(7_654_321);
    }
    expect(texts).not.toMatch(/"(offset|signatures)":\d/);
  });

  it('gives nothing away below the number that the editor set', async () => {
    const { counters, texts } = await everyCounter({ displayFrom: 8_000_000 });
    for (const { action, state, ...others } of counters) {
      expect([typeof action, state]).toEqual(['string', 'open']);
      expect(new Set(Object.values(others))).toEqual(new Set([null]));
    }
    expect(texts).not.toMatch(/765432[12]/);
  });
});
