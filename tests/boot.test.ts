import { type App, startApp } from './app';
import { maker, someEmail } from './make';
import { API, signatures } from './signatures';

describe('a fresh clone', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.destroy());

  it('boots on an empty database and says that it is healthy', async () => {
    const answer = await app.get('/_health');
    expect(answer.status).toBe(204);
  });

  it('runs on the database that was asked for', () => {
    const asked = process.env.DATABASE_CLIENT === 'postgres' ? 'postgres' : 'sqlite';
    expect(app.strapi.db.dialect.client).toBe(asked);
  });

  it('has the plugin', () => {
    expect(app.strapi.plugin('campaign-actions')).toBeDefined();
  });

  it('boots again on what it left behind, and on what an older version did', async () => {
    const column = 'suppression_table';
    const tables = ['campaign_actions_submissions', 'campaign_actions_suppressions'];
    for (const table of tables)
      await app.strapi.db.connection.schema.alterTable(
        table,
        (altered) => void altered.dropColumn(column),
      );
    app = await app.restart();
    expect((await app.get('/_health')).status).toBe(204);
    for (const table of tables)
      expect(await app.strapi.db.connection.schema.hasColumn(table, column)).toBe(true);
  });
});

describe('a host without its key', () => {
  it('does not start, and says what is missing and how to make it', async () => {
    const start = startApp({ CAMPAIGN_ACTIONS_KEYS: '' });
    await expect(start).rejects.toThrow(/CAMPAIGN_ACTIONS_KEYS is missing.*npm run setup/);
  });
});

describe('a host without users-permissions', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp({}, { 'users-permissions': { enabled: false } });
  });
  afterAll(() => app.destroy());

  it('says that everybody may read, and how to change that', () => {
    expect(app.strapi.plugins).not.toHaveProperty('users-permissions');
    const said = app.logs.filter((line) => line.includes('users-permissions is not there'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('Install @strapi/plugin-users-permissions');
  });

  it('is read and signed by everybody', async () => {
    const make = maker(app);
    await make.organisation();
    const { documentId } = await make.action({ confirmation: 'none' });
    const { slug } = await make.campaign({ action: documentId });
    for (const path of [
      '/organisation',
      '/campaigns',
      `/campaigns/${slug}`,
      '/actions',
      `/actions/${documentId}`,
      `/actions/${documentId}/counter`,
      `/counters?actions=${documentId}`,
    ])
      expect([path, (await app.get(API + path)).status]).toEqual([path, 200]);
    const signed = await signatures(app).sign(documentId, { email: someEmail() });
    expect(signed.status).toBe(201);
    const draft = await make.action({ status: 'draft' });
    expect((await app.get(`${API}/actions/${draft.documentId}`)).status).toBe(404);
  });
});

describe('a host in production that nobody told how to send mail', () => {
  it('says so when it starts to listen, a sentence for each variable', async () => {
    const app = await startApp({ MAIL_DIR: '', PUBLIC_URL: 'http://localhost:1337' });
    const warnings = app.logs.filter((line) => line.includes('warn'));
    for (const name of ['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL'])
      expect(warnings.filter((line) => line.includes(`set ${name}`))).toHaveLength(1);
    const silent = await app.restart({ MAIL_DIR: app.mailDir });
    expect(silent.logs.filter((line) => line.includes('warn'))).toEqual([]);
    await silent.destroy();
  });
});
