import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { API } from './signatures';
import { signing } from './signing';
import { clientAt, listener, zoe } from './web-client';

const { app, make, supporters } = signing();

const clientOf = (locale?: string) => clientAt(app.url, locale);

describe('The client', () => {
  it('reads a page, its action and their counter, each in the language that was asked for', async () => {
    const action = await make.action({ goal: 100 });
    const { slug, title } = await make.campaign({ action: action.documentId });
    const page = await clientOf().campaign(slug);
    expect([page.title, page.action?.documentId]).toEqual([title, action.documentId]);
    expect(page.organisation?.name).toBe('Example Organisation');
    expect(page.action?.counter).toEqual(await clientOf().counter(action.documentId));
    expect((await clientOf('fr-CA').action(action.slug)).form.fields.length).toBeGreaterThan(1);
  });

  it('reads many counters, also more than one request takes, and leaves out who is unknown', async () => {
    const [one, other] = [await make.action(), await make.action()];
    const unknown = Array.from({ length: 150 }, (_, nth) => `unknown-${nth}`);
    const counters = await clientOf().counters([one.slug, ...unknown, other.documentId]);
    expect(Object.keys(counters).sort()).toEqual([one.slug, other.documentId].sort());
    expect(counters[one.slug]?.action).toBe(one.documentId);
  });

  it('reads those who agreed to be shown', async () => {
    const { documentId } = await make.showing();
    expect((await clientOf().supporters(documentId)).data).toEqual([]);
  });

  it('signs, confirms, also twice, and withdraws', async () => {
    const { documentId } = await make.action();
    const client = clientOf('en');
    const signature = zoe();
    const answer = await client.sign(documentId, signature);
    expect([answer.status, answer.action]).toEqual(['confirmation-sent', documentId]);
    const { confirm } = await supporters.tokens(signature.email);
    for (const _again of [false, true])
      expect((await client.confirm(confirm)).status).toBe('confirmed');
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
    const { withdraw } = await supporters.tokens(signature.email, 2);
    expect(await client.withdraw(withdraw)).toEqual({ status: 'withdrawn' });
    expect((await supporters.ledger(documentId)).signatures).toBe(0);
  });

  it('takes back what somebody else sent', async () => {
    const { documentId } = await make.action();
    const signature = zoe();
    await clientOf().sign(documentId, signature);
    const { reject, confirm } = await supporters.tokens(signature.email);
    expect(await clientOf().reject(reject)).toEqual({ status: 'rejected' });
    await clientOf()
      .confirm(confirm)
      .catch(() => null);
    expect((await supporters.ledger(documentId)).signatures).toBe(0);
  });

  it('says which fields were refused, and why a link does nothing', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const refused = clientOf('fr').sign(documentId, { email: 'nobody', givenName: '=1+1' });
    await expect(refused).rejects.toMatchObject({
      ...{ name: 'CampaignActionsError', status: 400, code: 'invalid' },
      fields: [
        { path: ['givenName'], code: 'first-character' },
        { path: ['familyName'], code: 'required' },
        { path: ['email'], code: 'format' },
      ],
      message: 'Un élément du formulaire est à revoir.',
    });
    await expect(clientOf().confirm('made-up')).rejects.toMatchObject({
      ...{ status: 410, code: 'link-not-valid' },
    });
  });

  it('says that an action is closed or does not exist', async () => {
    const { documentId } = await make.action({ closesAt: '2020-01-01T00:00:00.000Z' });
    await expect(clientOf().sign(documentId, zoe())).rejects.toMatchObject({ code: 'closed' });
    await expect(clientOf().sign('nothing', zoe())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('solves a challenge where one is asked for: one signature', async () => {
    const { documentId } = await make.action({ challenge: 'always' });
    const steps: string[] = [];
    const answer = await clientOf().sign(documentId, zoe(), { onStep: (step) => steps.push(step) });
    expect(answer.status).toBe('confirmation-sent');
    expect(steps).toEqual(['sending', 'solving', 'sending']);
    expect(await supporters.submissions(documentId)).toHaveLength(1);
  });

  it('watches a counter move while somebody else signs, and is told nothing once it has ended', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const reader = listener();
    const end = clientOf().watchCounter(documentId, reader.hear);
    const first = await reader.until(() => true);
    expect(first).toEqual(await clientOf().counter(documentId));
    await clientOf().sign(documentId, zoe());
    await reader.until(({ total }) => total === 1);
    end();
    await clientOf().sign(documentId, zoe());
    expect(reader.counters.at(-1)?.total).toBe(1);
  });

  it('runs in Node as it is: the file of the package, with its challenge', async () => {
    const { documentId } = await make.action({ challenge: 'always', confirmation: 'none' });
    const program = `
      import { createCampaignActions } from 'campaign-actions-web';
      const client = createCampaignActions({ baseUrl: '${app.url}${API}', locale: 'en' });
      const { status } = await client.sign('${documentId}', ${JSON.stringify(zoe())});
      const end = client.watchCounter('${documentId}', ({ total }) => {
        if (total !== 1) return;
        end();
        console.log(status, total);
      });`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', program],
      { cwd: path.resolve(__dirname, '..') },
    );
    expect(stdout).toBe('counted 1\n');
  });
});
