import { auditPage } from '../plugins/campaign-actions/contracts/audit';
import type { Campaign } from '../plugins/campaign-actions/contracts/campaign';
import { oneApp } from './one-app';
import { panelUser } from './panel-users';
import { API } from './signatures';

type Headers = Record<string, string>;

const { app, make } = oneApp();

const CAMPAIGN = 'plugin::campaign-actions.campaign';
const SHA384 = `sha384-${'A'.repeat(64)}`;
const TAG = { name: 'Statistics', src: 'https://cdn.example.org/tag.js', integrity: SHA384 };
const EDITS = ['create', 'read', 'update', 'publish'].map((deed) => ({
  action: `plugin::content-manager.explorer.${deed}`,
  subject: CAMPAIGN,
  properties: { locales: ['en', 'fr'] },
}));

let author: Headers;
let editor: Headers;
beforeAll(async () => {
  author = await panelUser(app, ['scripts.author', 'audit.read', ...EDITS]);
  editor = await panelUser(app, EDITS);
});

/** A save in the panel. */
const save = (documentId: string, data: object, headers: Headers) =>
  app.post<{ error?: { message: string } }>(
    `/content-manager/collection-types/${CAMPAIGN}/${documentId}`,
    data,
    { headers, method: 'PUT' },
  );

const scriptsOf = async (documentId: string): Promise<Campaign['scripts']> =>
  (await app.get<{ data: Campaign }>(`${API}/campaigns/${documentId}`)).body.data.scripts;

const sourcesOf = async (documentId: string): Promise<string[]> => {
  const { body } = await app.get<{ data: Campaign }>(`${API}/campaigns/${documentId}`);
  return body.data.contentSecurityPolicy.scriptSrc;
};

const stored = async (documentId: string): Promise<{ src: string | null }[]> => {
  const row: unknown = await app.strapi.db.query(CAMPAIGN).findOne({
    where: { documentId, publishedAt: null },
    populate: { scripts: true },
  });
  return (row as { scripts: { src: string | null }[] }).scripts;
};

const auditOf = async (campaign: string) => {
  const answer = await app.get('/campaign-actions/audit?deed=scripts.change&limit=200', {
    headers: author,
  });
  expect(answer.status).toBe(200);
  return auditPage.parse(answer.body).data.filter(({ details }) => details.campaign === campaign);
};

describe('T-42: the scripts of a campaign page', () => {
  it('are written by those who may, and the audit keeps what came and what went', async () => {
    const { documentId, title } = await make.campaign();
    expect((await save(documentId, { title, scripts: [TAG] }, author)).status).toBe(200);
    expect((await save(documentId, { title, scripts: [] }, author)).status).toBe(200);
    const lines = await auditOf(documentId);
    expect(lines.map(({ details }) => details)).toEqual([
      expect.objectContaining({ added: [], removed: [expect.objectContaining(TAG)] }),
      expect.objectContaining({ added: [expect.objectContaining(TAG)], removed: [] }),
    ]);
    expect(lines.every(({ who }) => who.endsWith('Editor'))).toBe(true);
  });

  it('are changed by nobody else, who may edit all the rest and publish', async () => {
    const { documentId, title } = await make.campaign({ scripts: [TAG] });
    const [before] = [await stored(documentId)];
    const other = { ...TAG, src: 'https://cdn.example.org/evil.js' };
    for (const scripts of [[], [other], [TAG, { name: 'own', inline: 'x()' }]]) {
      const { status, body } = await save(documentId, { title: 'Other', scripts }, editor);
      expect([status, body.error?.message]).toEqual([403, expect.stringMatching(/Nothing was/)]);
    }
    expect(await stored(documentId)).toEqual(before);
    expect((await save(documentId, { title: `${title}!`, scripts: before }, editor)).status).toBe(
      200,
    );
    const publish = `/content-manager/collection-types/${CAMPAIGN}/${documentId}/actions/publish`;
    expect((await app.post(publish, {}, { headers: editor })).status).toBe(200);
    expect(await scriptsOf(documentId)).toEqual([expect.objectContaining({ src: TAG.src })]);
  });

  it('go with a page, or with what was not published of it, and the audit keeps what went', async () => {
    const { documentId, title } = await make.campaign({ scripts: [TAG] });
    const other = { ...TAG, src: 'https://cdn.example.org/other.js' };
    expect((await save(documentId, { title, scripts: [other] }, author)).status).toBe(200);
    const page = `/content-manager/collection-types/${CAMPAIGN}/${documentId}`;
    expect((await app.post(`${page}/actions/discard`, {}, { headers: editor })).status).toBe(200);
    const [discarded] = await auditOf(documentId);
    expect(discarded?.details).toMatchObject({
      added: [expect.objectContaining(TAG)],
      removed: [expect.objectContaining(other)],
    });
    expect(discarded?.who).toMatch(/Editor$/);

    await app.strapi.documents(CAMPAIGN).delete({ documentId });
    const [deleted] = await auditOf(documentId);
    expect(deleted?.details).toMatchObject({ added: [], removed: [expect.objectContaining(TAG)] });
  });

  it('are copied to another page by those alone who may write them', async () => {
    const { documentId, title } = await make.campaign({ scripts: [TAG] });
    const copy = `/content-manager/collection-types/${CAMPAIGN}/clone/${documentId}`;
    const scripts = await stored(documentId);
    const clone = (who: Record<string, string>, slug: string) =>
      app.post<{ error?: { message: string } }>(copy, { title, slug, scripts }, { headers: who });
    const refused = await clone(editor, 'a-copy');
    expect([refused.status, refused.body.error?.message]).toEqual([
      403,
      expect.stringMatching(/only people who may write scripts can copy it/),
    ]);
    expect((await clone(author, 'another-copy')).status).toBe(200);
  });

  it('come from listed origins alone', async () => {
    const { documentId, title } = await make.campaign();
    const scripts = [{ ...TAG, src: 'https://elsewhere.example/tag.js' }];
    const { status, body } = await save(documentId, { title, scripts }, author);
    expect([status, body.error?.message]).toEqual([
      400,
      expect.stringMatching(/elsewhere\.example/),
    ]);
    expect(await stored(documentId)).toEqual([]);
  });

  it('stand beside the form of signers at risk with a fingerprint, and never as code', async () => {
    const { documentId: action } = await make.action({ sensitive: true });
    const { documentId, title } = await make.campaign({ action });
    for (const script of [
      { name: 'code', inline: 'x()' },
      { name: 'bare', src: TAG.src },
    ]) {
      const { status, body } = await save(documentId, { title, action, scripts: [script] }, author);
      expect([status, body.error?.message]).toEqual([400, expect.stringMatching(/at risk/)]);
    }
    const good = await save(documentId, { title, action, scripts: [TAG] }, author);
    expect(good.status).toBe(200);
  });

  it('vanish from the page when its signers are found to be at risk', async () => {
    const { documentId: action } = await make.action();
    const scripts = [TAG, { name: 'code', inline: 'x()' }];
    const { documentId } = await make.campaign({ action, scripts });
    expect(await sourcesOf(documentId)).toEqual([
      'https://cdn.example.org',
      expect.stringMatching(/^'sha384-.{64}'$/),
    ]);
    const actions = app.strapi.documents('plugin::campaign-actions.action');
    const data = { sensitive: true } as never;
    await actions.update({ documentId: action, data, status: 'published' } as never);
    expect(await scriptsOf(documentId)).toEqual([expect.objectContaining({ src: TAG.src })]);
    expect(await sourcesOf(documentId)).toEqual(['https://cdn.example.org']);
  });
});

describe('The audit', () => {
  it('is read by those who may, page by page, the newest first', async () => {
    const path = '/campaign-actions/audit?limit=2';
    expect((await app.get(path, { headers: editor })).status).toBe(403);
    const first = auditPage.parse((await app.get(path, { headers: author })).body);
    const { before } = first.meta;
    const next = await app.get(`${path}&before=${before}`, { headers: author });
    const ids = [...first.data, ...auditPage.parse(next.body).data].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
    expect(new Set(ids).size).toBe(4);
    expect((await app.get(`${path}&before=x`, { headers: author })).status).toBe(400);
  });

  it('can be changed by nobody, not even in the database', async () => {
    const lines = () => app.strapi.db.connection('campaign_actions_audit');
    const refused = { message: expect.stringMatching(/append-only/) as string };
    await expect(lines().update({ who: 'nobody' })).rejects.toMatchObject(refused);
    await expect(lines().delete()).rejects.toMatchObject(refused);
    await expect(lines().truncate()).rejects.toMatchObject(refused);
  });
});
