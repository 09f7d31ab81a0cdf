import {
  formVersionItem,
  formVersionWhole,
} from '../plugins/campaign-actions/contracts/form-version';
import { oneApp } from './one-app';
import { someEmail } from './make';
import { panelUser } from './panel-users';

const { app, make, supporters } = oneApp();

let editor: Record<string, string>;
beforeAll(async () => {
  editor = await panelUser(app, ['overview.read', 'signatures.invalidate']);
});

const path = (action: string, rest = ''): string =>
  `/campaign-actions/actions/${action}/form-versions${rest}`;

const versions = async (action: string) => {
  const { status, body } = await app.get<{ data: unknown[] }>(path(action), { headers: editor });
  expect(status).toBe(200);
  return body.data.map((each) => formVersionItem.parse(each));
};

const change = (action: string, version: string, deed: string, reason: string | null) =>
  app.post(path(action, `/${version}/${deed}`), { data: { reason } }, { headers: editor });

const consents = (text: string) => ({
  fields: [{ field: 'givenName', label: 'First name', required: true }],
  consents: [{ name: 'newsletter', text, display: 'checkbox' }],
});

/** An action whose consent was worded twice; the second is shown. */
const twiceWorded = async () => {
  const { documentId } = await make.action({ form: consents('Send me news.') });
  const [first] = await versions(documentId);
  const actions = app.strapi.documents('plugin::campaign-actions.action');
  const data = { form: consents('Send me news by e-mail.') } as never;
  await actions.update({ documentId, data, status: 'published' } as never);
  const second = (await versions(documentId)).find(({ shown }) => shown);
  return { documentId, first: first?.version ?? '', second: second?.version ?? '' };
};

const sign = (action: string, formVersion: string | null) =>
  supporters.sign(action, { email: someEmail(), familyName: undefined, formVersion });

describe('T-68: the texts that supporters agreed to', () => {
  it('are kept as they were shown, each version by itself', async () => {
    const { documentId, first, second } = await twiceWorded();
    expect(first).not.toBe(second);
    for (const [version, text] of [
      [first, 'Send me news.'],
      [second, 'Send me news by e-mail.'],
    ] as const) {
      const { body } = await app.get<{ data: unknown }>(path(documentId, `/${version}`), {
        headers: editor,
      });
      const { form } = formVersionWhole.parse(body.data);
      expect(form.consents.map((consent) => consent.text)).toEqual([text]);
    }
  });

  it('can be taken back with a reason, and be put in force again', async () => {
    const { documentId, first, second } = await twiceWorded();
    expect((await sign(documentId, first)).status).toBe(202);
    expect((await change(documentId, first, 'withdraw', null)).status).toBe(400);
    expect((await change(documentId, first, 'withdraw', 'Wrong wording')).status).toBe(200);
    const refused = await sign(documentId, first);
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'form-withdrawn']);
    for (const version of [second, null])
      expect((await sign(documentId, version)).status).toBe(202);
    expect((await change(documentId, first, 'restore', 'It was right')).status).toBe(200);
    expect((await sign(documentId, first)).status).toBe(202);
    const lines: unknown = await app.strapi.db
      .connection('campaign_actions_audit')
      .where({ action: documentId })
      .orderBy('id')
      .pluck('deed');
    expect(lines).toEqual(['form.withdraw', 'form.restore']);
  });

  it('cannot be taken back while a page shows them', async () => {
    const { documentId, second } = await twiceWorded();
    expect((await change(documentId, second, 'withdraw', 'Wrong')).status).toBe(409);
    expect((await change(documentId, 'f'.repeat(64), 'withdraw', 'Wrong')).status).toBe(404);
  });

  it('are in force again once they are published again, which the audit keeps', async () => {
    const { documentId, first, second } = await twiceWorded();
    await change(documentId, first, 'withdraw', 'Wrong wording');
    const actions = app.strapi.documents('plugin::campaign-actions.action');
    const data = { form: consents('Send me news.') } as never;
    await actions.update({ documentId, data, status: 'published' } as never);
    for (const version of [first, second, null])
      expect((await sign(documentId, version)).status).toBe(202);

    // Where nothing is shown, the last one can go, too.
    await actions.unpublish({ documentId });
    expect((await change(documentId, first, 'withdraw', 'Never again')).status).toBe(200);
    await actions.publish({ documentId });
    for (const version of [first, null]) expect((await sign(documentId, version)).status).toBe(202);
    const lines = await app.strapi.db
      .connection('campaign_actions_audit')
      .where({ action: documentId, deed: 'form.restore' });
    const details = JSON.stringify({ version: first, reason: 'published again' });
    expect(lines).toMatchObject([
      { who: 'seed', details },
      { who: 'seed', details },
    ]);
  });

  it('stand with a signature in both versions once its owner has agreed to each', async () => {
    const { documentId, first, second } = await twiceWorded();
    const email = someEmail();
    for (const [formVersion, nth] of [
      [first, 1],
      [second, 3],
    ] as const) {
      const agreed = { email, familyName: undefined, formVersion, consents: { newsletter: true } };
      expect((await supporters.sign(documentId, agreed)).status).toBe(202);
      const { confirm } = await supporters.tokens(email, nth);
      expect((await supporters.confirm(confirm)).status).toBe(200);
      await supporters.everyMailIsOut();
    }
    const [row, ...others] = await supporters.register(documentId);
    expect(others).toEqual([]);
    expect(JSON.parse(row?.consents ?? '[]')).toMatchObject([
      { formVersion: first, consents: { newsletter: true } },
      { formVersion: second, consents: { newsletter: true } },
    ]);
  });

  it('stay readable for those that refer to them, whatever becomes of the version', async () => {
    const { documentId, first } = await twiceWorded();
    await sign(documentId, first);
    await change(documentId, first, 'withdraw', 'Wrong wording');
    const [row] = await supporters.submissions(documentId);
    const [record] = JSON.parse(row?.consents ?? '[]') as {
      formVersion: string;
      stated: boolean;
    }[];
    expect(record).toMatchObject({ formVersion: first, stated: true });
    const item = (await versions(documentId)).find(({ version }) => version === first);
    expect(item?.withdrawnOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});
