import { canariesIn, canaryPerson } from './canary';
import { invalidating } from './invalidations';
import { someEmail } from './make';
import { startReceiver } from './receiver';
import { signing } from './signing';
import { showing } from './supporters';

const { app, make, supporters, restart } = signing();
const shown = showing(app, supporters);
const editor = invalidating(app);
beforeAll(() => editor.signIn());

const AGREED = { givenName: 'Zoë', familyName: 'Example', message: 'Stop this.', country: 'CA' };

const action = async (values: Record<string, unknown> = {}): Promise<string> =>
  (await make.showing(values)).documentId;

/** Fifty who are published. */
const fifty = async (documentId: string): Promise<Buffer[]> => {
  const ids: Buffer[] = [];
  for (let at = 0; at < 50; at += 1) ids.push(await shown.confirm(documentId, AGREED));
  await shown.settled(documentId);
  for (const entry of await shown.entries(documentId)) await shown.publish(entry.documentId);
  return ids;
};

/** What is shown now, past the half minute for which a page is kept. */
const readAnew = async (documentId: string) => {
  await restart();
  return shown.read(documentId);
};

const invalidate = async (documentId: string): Promise<string> => {
  const { id, count } = await editor.look(documentId, { channels: ['web'] });
  await editor.act(documentId, id, 'start', { count });
  await editor.becomes(documentId, id, editor.is('done'));
  return id;
};

describe('T-24: what a supporter agreed to show', () => {
  it('is a draft once they confirmed: their name with an initial, message and country', async () => {
    const documentId = await action();
    const email = someEmail();
    await supporters.sign(documentId, { ...AGREED, email, consents: { showPublicly: true } });
    expect(await shown.entries(documentId)).toEqual([]);
    await supporters.confirm((await supporters.tokens(email)).confirm);
    await shown.settled(documentId);
    const [entry, ...more] = await shown.entries(documentId);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      nameShown: 'Zoë E.',
      message: 'Stop this.',
      country: 'CA',
      action: documentId,
      publishedAt: null,
    });
    const [row] = await supporters.register(documentId);
    expect(await shown.held(row?.id as Buffer)).toBe(entry?.documentId);
  });

  it('is nothing where they did not agree, or did not confirm', async () => {
    const documentId = await action();
    await shown.confirm(documentId, { consents: { newsletter: true } });
    await shown.confirm(documentId, { consents: {} });
    await supporters.sign(documentId, { email: someEmail(), consents: { showPublicly: true } });
    await shown.confirm(documentId);
    await shown.settled(documentId);
    expect(await shown.entries(documentId)).toHaveLength(1);
  });

  it('is seen by nobody as long as it is a draft, or the only one of few', async () => {
    const documentId = await action();
    await shown.confirm(documentId, AGREED);
    await shown.settled(documentId);
    const [entry] = await shown.entries(documentId);
    await shown.publish(entry?.documentId ?? '');
    expect(await shown.read(documentId)).toEqual({ data: [], meta: { enough: false } });
  });

  it('is seen by all once fifty are published, without a date, a number or an order', async () => {
    const documentId = await action();
    const ids = await fifty(documentId);
    const page = await shown.read(documentId);
    expect(page.meta).toEqual({ enough: true });
    expect(page.data).toHaveLength(50);
    expect(page.data[0]).toEqual({ name: 'Zoë E.', message: 'Stop this.', country: 'CA' });

    // Whoever takes it back is gone from the page before a minute is over.
    await shown.withdraw(ids[0] as Buffer);
    expect(await shown.entries(documentId)).toHaveLength(98);
    expect(await readAnew(documentId)).toEqual({ data: [], meta: { enough: false } });
  });

  it('goes where an editor deletes it, and is never made again', async () => {
    const documentId = await action();
    const id = await shown.confirm(documentId, AGREED);
    await shown.settled(documentId);
    const [entry] = await shown.entries(documentId);
    await shown.refuse(entry?.documentId ?? '');
    expect(await shown.held(id)).toBe('refused');
    await app.script('supporters', []);
    await editor.act(documentId, await invalidate(documentId), 'undo');
    await shown.settled(documentId);
    expect([await shown.held(id), await shown.entries(documentId)]).toEqual(['refused', []]);
  });

  it('goes when the signature is set aside, and is a draft again when that is undone', async () => {
    const documentId = await action();
    const id = await shown.confirm(documentId, AGREED);
    await shown.settled(documentId);
    const [entry] = await shown.entries(documentId);
    await shown.publish(entry?.documentId ?? '');
    const job = await invalidate(documentId);
    expect(await shown.entries(documentId)).toEqual([]);
    await editor.act(documentId, job, 'undo');
    await editor.becomes(documentId, job, editor.is('undone'));
    await shown.settled(documentId);
    const [again, ...more] = await shown.entries(documentId);
    expect([again?.publishedAt, more]).toEqual([null, []]);
    expect(await shown.held(id)).toBe(again?.documentId);
  });

  it('goes when its supporter is erased', async () => {
    const documentId = await action();
    const email = someEmail();
    await shown.confirm(documentId, { ...AGREED, email });
    await shown.settled(documentId);
    await app.strapi
      .plugin('campaign-actions')
      .service<{ erase(email: string, who: string): Promise<unknown> }>('persons')
      .erase(email, 'a story');
    expect(await shown.entries(documentId)).toEqual([]);
  });

  it('cannot be written or changed by anybody else', async () => {
    const documentId = await action();
    const documents = app.strapi.documents(
      'plugin::campaign-actions.signature' as 'plugin::users-permissions.user',
    );
    const handmade = documents.create({ data: { nameShown: 'Me', action: documentId } } as never);
    await expect(handmade).rejects.toThrow();
    await shown.confirm(documentId, AGREED);
    await shown.settled(documentId);
    const [entry] = await shown.entries(documentId);
    const edited = documents.update({
      documentId: entry?.documentId ?? '',
      data: { message: 'I changed my mind.' },
    } as never);
    await expect(edited).rejects.toThrow();
  });

  it('is never there without its signature, nor named without being there, however often it fails between them', async () => {
    const { connection } = app.strapi.db;
    const isPostgres = process.env.DATABASE_CLIENT === 'postgres';
    const documentId = await action({ showSupporters: false });
    for (let at = 0; at < 100; at += 1) await shown.confirm(documentId, AGREED);
    // The database itself refuses to take the second of the two.
    await connection.raw(
      isPostgres
        ? `create function no_names() returns trigger as $$ begin raise exception 'no'; end $$ language plpgsql;
           create trigger no_names before update of public_signature on campaign_actions_register
           for each row when (new.public_signature <> 'due') execute function no_names()`
        : `create trigger no_names before update of public_signature on campaign_actions_register
           when new.public_signature <> 'due' begin select raise(abort, 'no'); end`,
    );
    await connection('campaign_actions_policies')
      .where({ action: documentId })
      .update({ show_supporters: true });
    const failures = (): number =>
      app.logs
        .flatMap((line) => /(\d+) public signatures are tried again/.exec(line)?.[1] ?? [])
        .reduce((sum, each) => sum + Number(each), 0);
    const patience = Date.now() + 20_000;
    while (failures() < 100 && Date.now() < patience) await new Promise((go) => setTimeout(go, 50));
    expect(failures()).toBeGreaterThanOrEqual(100);
    expect(await shown.entries(documentId)).toEqual([]);
    await connection.raw(
      isPostgres
        ? 'drop trigger no_names on campaign_actions_register; drop function no_names()'
        : 'drop trigger no_names',
    );
    await shown.settled(documentId);
    const entries = (await shown.entries(documentId)).map((entry) => entry.documentId).sort();
    const named = (await supporters.register(documentId)).map(
      (row) => (row as { public_signature?: string }).public_signature,
    );
    expect(entries).toHaveLength(100);
    expect(entries).toEqual(named.sort());
  });

  it('is compared with the register by a command, which mends what does not fit', async () => {
    const documentId = await action();
    const [one, two] = [await shown.confirm(documentId, AGREED), await shown.confirm(documentId)];
    await shown.settled(documentId);
    const before = await shown.held(one);
    const { connection } = app.strapi.db;
    const table = 'campaign_actions_public_signatures';
    // As after an import: one is gone, and one is there for which nobody stands.
    await connection(table).where({ document_id: before }).delete();
    await connection(table)
      .where({ document_id: await shown.held(two) })
      .update({ document_id: 'nobodys' });
    expect(await app.script('supporters', [])).toContain('2 drafts were missing');
    const entries = (await shown.entries(documentId)).map((entry) => entry.documentId).sort();
    expect(entries).toEqual([await shown.held(one), await shown.held(two)].sort());
    expect(entries).not.toContain('nobodys');
    expect(await app.script('supporters', [])).toContain('nothing changed');
  });
});

describe('T-24: an action that shows its supporters', () => {
  const update = (documentId: string, data: object, status = 'published') =>
    app.strapi
      .documents('plugin::campaign-actions.action' as 'plugin::users-permissions.user')
      .update({ documentId, data, locale: 'en', status } as never);

  it('must be switched to it', async () => {
    const documentId = await action({ showSupporters: false });
    await shown.confirm(documentId, AGREED);
    expect(await shown.status(documentId)).toBe(404);
    expect(await shown.entries(documentId)).toEqual([]);
    // From then on, those who agreed before are drafts too.
    await update(documentId, { showSupporters: true });
    await shown.settled(documentId);
    expect(await shown.entries(documentId)).toHaveLength(1);
    expect(await shown.status(documentId)).toBe(200);
  });

  it.each([
    ['its signers are at risk', { sensitive: true }, 'at risk'],
    ['nobody confirms', { confirmation: 'none' }, 'confirm'],
    ['nobody is asked', { form: { heading: 'Sign', consents: [] } }, 'opt-in'],
  ])('cannot be switched to it where %s', async (_, values, said) => {
    await expect(make.showing(values)).rejects.toMatchObject({
      message: expect.stringContaining(said) as string,
      details: { errors: [{ path: ['showSupporters'] }] },
    });
  });

  it('asks freely: whoever must agree agrees to nothing', async () => {
    const consents = [
      { name: 'showPublicly', text: 'Show me', purpose: 'publish', required: true },
    ];
    await expect(make.showing({ form: { heading: 'Sign', consents } })).rejects.toMatchObject({
      details: { errors: [{ path: ['form', 'consents', '0', 'required'] }] },
    });
  });

  it('shows nobody any more once signers turn out to be at risk', async () => {
    const documentId = await action();
    const id = await shown.confirm(documentId, AGREED);
    await shown.settled(documentId);
    // The panel sends the whole form, with the switch as it was.
    await update(documentId, { sensitive: true, showSupporters: true });
    expect(await shown.entries(documentId)).toEqual([]);
    expect([await shown.held(id), await shown.status(documentId)]).toEqual([null, 404]);
    await expect(update(documentId, { showSupporters: true }, 'draft')).rejects.toThrow();
  });
});

describe('T-27: Strapi’s own webhooks', () => {
  it('tell nothing of who signs and confirms, and what was agreed of who agrees', async () => {
    const documentId = await action();
    const receiver = await startReceiver(app);
    for (let at = 0; at < 10; at += 1)
      await shown.confirm(documentId, { ...canaryPerson(), consents: {} });
    const id = await shown.confirm(documentId, { ...AGREED, email: canaryPerson().email });
    await shown.settled(documentId);
    const [entry] = await shown.entries(documentId);
    await shown.publish(entry?.documentId ?? '');
    const patience = Date.now() + 10_000;
    // Strapi tells of what was published before, too, when it comes to it.
    const received = () => receiver.received.filter(({ entry }) => entry.action === documentId);
    const has = (event: string) => received().some((each) => each.event === event);
    while (!has('entry.publish') && Date.now() < patience)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await shown.withdraw(id);
    await receiver.close();
    expect(received().map(({ event }) => event)).toEqual(['entry.create', 'entry.publish']);
    for (const { entry: told, text } of received()) {
      expect(told).toMatchObject({ nameShown: 'Zoë E.', message: 'Stop this.', country: 'CA' });
      expect(Object.keys(told).sort()).toEqual(
        [
          ...['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale'],
          ...['createdBy', 'updatedBy', 'localizations', 'status'],
          ...['nameShown', 'message', 'country', 'action'],
        ]
          .filter((name) => name in told)
          .sort(),
      );
      expect(canariesIn(text)).toEqual([]);
      expect(text).not.toContain('Example');
    }
  });
});
