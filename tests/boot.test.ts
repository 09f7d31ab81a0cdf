import { type App, startApp } from './app';

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

  it('boots again on what it left behind', async () => {
    app = await app.restart();
    expect((await app.get('/_health')).status).toBe(204);
  });
});

describe('a host without its key', () => {
  it('does not start, and says what is missing and how to make it', async () => {
    const start = startApp({ CAMPAIGN_ACTIONS_KEYS: '' });
    await expect(start).rejects.toThrow(/CAMPAIGN_ACTIONS_KEYS is missing.*npm run setup/);
  });
});
