import { type App, startApp } from './app';
import { maker, someEmail } from './make';
import { API } from './signatures';

const FRONT = 'https://front.example.org';
const STRANGER = 'https://stranger.example.net';

describe('A page on another origin (T-69)', () => {
  let app: App;
  let paths: string[];

  beforeAll(async () => {
    app = await startApp();
    const action = await maker(app).action();
    paths = [
      `${API}/actions/${action.documentId}`,
      `${API}/actions/${action.documentId}/counter`,
      `${API}/actions/${action.documentId}/counter/stream`,
      `${API}/actions/${action.documentId}/signatures`,
      `${API}/campaigns`,
      `${API}/signatures/confirm`,
      `${API}/forms/sign/${action.documentId}`,
      `${API}/forms/confirm`,
      `${API}/nothing-here`,
    ];
  });
  afterAll(() => app.destroy());

  const headersOf = async (path: string, method: string, origin: string) => {
    const body = method === 'POST' ? JSON.stringify({ data: { email: someEmail() } }) : undefined;
    const headers = { Origin: origin, 'Content-Type': 'application/json' };
    return (await app.get(path, { method, headers, ...(body ? { body } : {}) })).headers;
  };

  it('may read and sign from anywhere, and never with credentials', async () => {
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'DELETE']) {
        const headers = await headersOf(path, method, STRANGER);
        expect([path, method, headers.get('access-control-allow-origin')]).toEqual([
          path,
          method,
          '*',
        ]);
        expect(headers.get('access-control-allow-credentials')).toBeNull();
      }
    }
  });

  it('is told beforehand what it may send, for a day, and never the header that names a supporter', async () => {
    for (const path of paths) {
      const { status, headers } = await app.get(path, {
        method: 'OPTIONS',
        headers: {
          Origin: STRANGER,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'content-type, x-supporter-address',
        },
      });
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-headers')).not.toMatch(/supporter/i);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      expect(headers.get('access-control-max-age')).toBe('86400');
    }
  });

  it('is let in only by its name where the operator lists origins', async () => {
    app = await app.restart({
      CAMPAIGN_ACTIONS_CORS_ORIGINS: `${FRONT},https://other.example.org`,
    });
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'OPTIONS']) {
        const ours = await headersOf(path, method, FRONT);
        expect([method, ours.get('access-control-allow-origin')]).toEqual([method, FRONT]);
        expect(ours.get('vary')).toMatch(/Origin/);
        const foreign = await headersOf(path, method, STRANGER);
        expect(foreign.get('access-control-allow-origin')).toBeNull();
        expect(foreign.get('vary')).toMatch(/Origin/);
        expect(foreign.get('access-control-allow-methods')).toBeNull();
      }
    }
  });
});
