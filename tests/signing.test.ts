import { type App, startApp } from './app';
import { mails, tokenIn, waitForMail } from './mails';
import { maker, someEmail } from './make';

const API = '/api/campaign-actions';

interface Signed {
  data: { status: string; action: string; counter: { total: number; signatures: number } };
}

describe('Signing', () => {
  let app: App;
  let make: ReturnType<typeof maker>;

  beforeAll(async () => {
    app = await startApp();
    make = maker(app);
    await make.organisation();
  });
  afterAll(() => app.destroy());

  const sign = (action: string, data: Record<string, unknown>) =>
    app.post<Signed>(`${API}/actions/${action}/signatures`, { data: { givenName: 'Zoë', familyName: 'Example', ...data } });

  const ledgerOf = async (action: string) =>
    (await app.strapi.db.connection('campaign_actions_ledger').where({ action }).first()) as { signatures: number } | undefined;

  it('takes a signature, mails a link, and counts once the link is confirmed', async () => {
    const { documentId } = await make.action({ confirmation: 'required' });
    const email = someEmail();
    const signed = await sign(documentId, { email, consents: { newsletter: true } });
    expect(signed.status).toBe(202);
    expect(signed.body.data.status).toBe('confirmation-sent');
    expect(await ledgerOf(documentId)).toBeUndefined();

    const mail = await waitForMail(app.mailDir, email);
    const token = tokenIn(mail.links[0]);
    const confirmed = await app.post<Signed>(`${API}/signatures/confirm`, { data: { token } });
    expect(confirmed.status).toBe(200);
    expect((await ledgerOf(documentId))?.signatures).toBe(1);
    const again = await app.post<Signed>(`${API}/signatures/confirm`, { data: { token } });
    expect(again.status).toBe(200);
    expect((await ledgerOf(documentId))?.signatures).toBe(1);

    const thanks = await waitForMail(app.mailDir, email, 2);
    const withdrawn = await app.post(`${API}/signatures/withdraw`, { data: { token: tokenIn(thanks.links[0]) } });
    expect(withdrawn.status).toBe(200);
    expect((await ledgerOf(documentId))?.signatures).toBe(0);
  });

  it('counts at once where no confirmation is asked', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const email = someEmail();
    expect((await sign(documentId, { email })).status).toBe(201);
    expect((await sign(documentId, { email })).status).toBe(201);
    expect((await ledgerOf(documentId))?.signatures).toBe(1);
    expect((await mails(app.mailDir)).length).toBeGreaterThan(0);
  });
});
