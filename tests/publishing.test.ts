import { createHash } from 'node:crypto';
import { type App, startApp } from './app';
import { type Made, maker, someEmail } from './make';
import { API, type Counted, signatures } from './signatures';

const ACTION = 'plugin::campaign-actions.action';
const CAMPAIGN = 'plugin::campaign-actions.campaign';
const SIGNATURES = 1000;
const AT_ONCE = 50;

interface Document {
  documentId: string;
}

interface Documents {
  update(params: object): Promise<Document | null>;
  publish(params: object): Promise<unknown>;
  unpublish(params: object): Promise<unknown>;
  delete(params: object): Promise<unknown>;
}

const permutations = <T>(items: T[]): T[][] =>
  items.length <= 1
    ? [items]
    : items.flatMap((item, at) =>
        permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
      );

describe('An action with signatures', () => {
  let app: App;
  let make: ReturnType<typeof maker>;
  let supporters: ReturnType<typeof signatures>;

  beforeAll(async () => {
    app = await startApp();
    make = maker(app);
    supporters = signatures(app);
    await make.locale('fr');
  });
  afterAll(() => app.destroy());

  const documents = (uid: string) =>
    app.strapi.documents(uid as 'plugin::users-permissions.user') as unknown as Documents;

  /** Null where there is none, and that is 404. */
  const counter = async (action: string): Promise<Counted | null> => {
    const path = `${API}/actions/${action}/counter`;
    const { status, body } = await app.get<{ data: Counted }>(path);
    if (status !== 404) expect(status).toBe(200);
    return status === 404 ? null : body.data;
  };

  /** Asks until the board, which is at most a second old, says what it should. */
  const counterBecomes = async (action: string, expected: Partial<Counted> | null) => {
    const patience = Date.now() + 5000;
    let seen = await counter(action);
    while (Date.now() < patience && !matches(seen, expected)) seen = await counter(action);
    if (expected === null) expect(seen).toBeNull();
    else expect(seen).toMatchObject(expected);
  };

  const signMany = async (action: string, count: number): Promise<void> => {
    for (let done = 0; done < count; done += AT_ONCE) {
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => supporters.sign(action, { email: someEmail() })),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    }
  };

  /** Changes if any register row is changed, lost, added or moved. */
  const registerMark = async (action: string): Promise<string> => {
    const hash = createHash('sha256');
    for (const row of await supporters.register(action)) hash.update(JSON.stringify(row));
    return hash.digest('hex');
  };

  it('loses, moves and recounts nothing, in whatever order it and its campaign are edited, published, unpublished and translated', async () => {
    const action = await make.action({ confirmation: 'none' });
    const campaign = await make.campaign({ action: action.documentId });
    await signMany(action.documentId, SIGNATURES);
    const mark = await registerMark(action.documentId);

    const steps = (uid: string, { documentId }: Made, words: object) => {
      let edition = 0;
      const title = (): string => `Edition ${(edition += 1)}`;
      return {
        edit: () => documents(uid).update({ documentId, locale: 'en', data: { title: title() } }),
        publish: () => documents(uid).publish({ documentId, locale: 'en' }),
        unpublish: () => documents(uid).unpublish({ documentId, locale: 'en' }),
        translate: () =>
          documents(uid).update({
            documentId,
            locale: 'fr',
            data: { title: title(), slug: `fr-${documentId}`, ...words },
            status: 'published',
          }),
      };
    };
    const ofAction = steps(ACTION, action, { statement: 'Exhortez.' });
    const ofCampaign = steps(CAMPAIGN, campaign, {});
    const names = ['edit', 'publish', 'unpublish', 'translate'] as const;

    for (const order of permutations([...names])) {
      for (const step of order) {
        await ofAction[step]();
        await ofCampaign[step]();
        expect(await supporters.ledger(action.documentId)).toMatchObject({
          signatures: SIGNATURES,
        });
      }
      expect(await registerMark(action.documentId)).toBe(mark);
    }
    await ofAction.publish();
    await counterBecomes(action.documentId, { total: SIGNATURES, state: 'open' });
  }, 240_000);

  it('takes signatures through all of that, and counts each exactly once', async () => {
    const action = await make.action({ confirmation: 'none' });
    let publishing = true;
    const publisher = (async () => {
      while (publishing) {
        await documents(ACTION).publish({ documentId: action.documentId, locale: 'en' });
        // SQLite answers without ever leaving the turn, so without this nobody else had one.
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    try {
      await signMany(action.documentId, 300);
    } finally {
      publishing = false;
      await publisher;
    }
    expect(await supporters.register(action.documentId)).toHaveLength(300);
    expect(await supporters.ledger(action.documentId)).toMatchObject({ signatures: 300 });
  });

  it('is shown on a campaign that was published before it, as soon as it is published', async () => {
    const action = await make.action({ status: 'draft', title: 'Later' });
    const campaign = await make.campaign({ action: action.documentId });
    const page = async () =>
      (
        await app.get<{ data: { action: { title: string } | null } }>(
          `${API}/campaigns/${campaign.documentId}`,
        )
      ).body.data;
    expect((await page()).action).toBeNull();
    await documents(ACTION).publish({ documentId: action.documentId, locale: 'en' });
    expect((await page()).action?.title).toBe('Later');
    await documents(ACTION).unpublish({ documentId: action.documentId, locale: 'en' });
    expect((await page()).action).toBeNull();
  });

  it('closes when it is unpublished, while its counter stays readable; never published, it has none', async () => {
    const draft = await make.action({ status: 'draft' });
    expect(await counter(draft.documentId)).toBeNull();
    const action = await make.action({ confirmation: 'none' });
    await signMany(action.documentId, AT_ONCE);
    await documents(ACTION).unpublish({ documentId: action.documentId, locale: 'en' });
    await counterBecomes(action.documentId, { total: AT_ONCE, state: 'closed' });
    expect((await supporters.sign(action.documentId, { email: someEmail() })).status).toBe(404);
    await documents(ACTION).publish({ documentId: action.documentId, locale: 'en' });
    await counterBecomes(action.documentId, { total: AT_ONCE, state: 'open' });
  });

  it('stays readable for a late confirmation when it was unpublished', async () => {
    const action = await make.action();
    const email = someEmail();
    await supporters.sign(action.documentId, { email });
    const { confirm } = await supporters.tokens(email);
    await documents(ACTION).unpublish({ documentId: action.documentId, locale: 'en' });
    expect((await supporters.confirm(confirm)).status).toBe(200);
    expect(await supporters.ledger(action.documentId)).toMatchObject({ signatures: 1 });
  });

  it('goes by the default locale’s policy when another locale alone is published with a changed one', async () => {
    const action = await make.action({ confirmation: 'none', goal: 100 });
    const { documentId } = action;
    const french = {
      title: 'En français',
      slug: `fr-${documentId}`,
      statement: 'Exhortez.',
      goal: 500,
      confirmation: 'required',
    };
    await documents(ACTION).update({ documentId, locale: 'fr', data: french });
    await documents(ACTION).publish({ documentId, locale: 'fr' });
    const signInFrench = () =>
      app.post(`${API}/actions/${documentId}/signatures`, {
        data: { email: someEmail(), locale: 'fr' },
      });
    expect((await signInFrench()).status).toBe(201);
    await counterBecomes(documentId, { total: 1, goal: 100 } as Partial<Counted>);
    await documents(ACTION).publish({ documentId, locale: 'en' });
    expect((await signInFrench()).status).toBe(202);
    await counterBecomes(documentId, { total: 1, goal: 500 } as Partial<Counted>);
  });

  it('keeps the policy of the default locale when another is changed and published at once', async () => {
    const { documentId } = await make.action({ confirmation: 'none', goal: 100 });
    const french = { title: 'En français', slug: `fr-${documentId}`, statement: 'Exhortez.' };
    const publish = (data: object) =>
      documents(ACTION).update({ documentId, locale: 'fr', data, status: 'published' });
    await publish(french);
    await publish({ goal: 900 });
    await counterBecomes(documentId, { goal: 100 } as Partial<Counted>);
    app = await app.restart();
    make = maker(app);
    supporters = signatures(app);
    await counterBecomes(documentId, { goal: 100 } as Partial<Counted>);
  });

  it('protects signers as soon as one published locale says that they are at risk', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const french = {
      title: 'À protéger',
      slug: `fr-${documentId}`,
      statement: 'Exhortez.',
      sensitive: true,
      confirmation: 'required',
    };
    await documents(ACTION).update({ documentId, locale: 'fr', data: french, status: 'published' });
    expect((await supporters.sign(documentId, { email: someEmail() })).status).toBe(202);
  });

  it('is not deleted, and says why; without signatures it is, and its counter with it', async () => {
    const remove = ({ documentId }: Made) =>
      documents(ACTION)
        .delete({ documentId, locale: '*' })
        .then(
          () => 'deleted',
          (error: Error) => error.message,
        );
    const has = (count: string) =>
      `This action has ${count} and cannot be deleted. Unpublish it to close it.`;
    const sign = async ({ documentId }: Made): Promise<string> => {
      const email = someEmail();
      await supporters.sign(documentId, { email });
      return email;
    };

    const signed = await make.action({ confirmation: 'none' });
    await sign(signed);
    expect(await remove(signed)).toBe(has('1 signature'));
    await sign(signed);
    expect(await remove(signed)).toBe(has('2 signatures'));
    expect(await supporters.register(signed.documentId)).toHaveLength(2);

    const asking = await make.action();
    const email = await sign(asking);
    expect(await remove(asking)).toBe(has('1 signature'));
    await supporters.confirm((await supporters.tokens(email)).confirm);
    expect(await remove(asking)).toBe(has('1 signature'));
    const stranger = await sign(asking);
    await supporters.sign(asking.documentId, { email: someEmail(), leaveEmpty: 'buy now' });
    expect(await remove(asking)).toBe(has('3 signatures'));
    await supporters.reject((await supporters.tokens(stranger)).reject);
    expect(await remove(asking)).toBe(has('2 signatures'));

    const unsigned = await make.action();
    expect(await remove(unsigned)).toBe('deleted');
    await counterBecomes(unsigned.documentId, null);
  });
});

const matches = (seen: Counted | null, expected: Partial<Counted> | null): boolean =>
  seen === null || expected === null
    ? seen === expected
    : Object.entries(expected).every(([key, value]) => seen[key as keyof Counted] === value);
