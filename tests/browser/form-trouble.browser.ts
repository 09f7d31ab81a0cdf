import { someEmail } from '../make';
import { waitForMail } from '../mails';
import { inFrontOfForms, nameAnd } from './form-page';

const ACTION = 'plugin::campaign-actions.action' as 'plugin::users-permissions.user';

const EDGE_OF_THE_VILLAGE = {
  offline: false,
  latency: 800,
  downloadThroughput: 20_000,
  uploadThroughput: 8000,
};

const problem = (status: number, code: string) => ({
  data: null,
  error: { status, name: 'Error', message: '', details: { code } },
});

describe('When something comes in between, a supporter', () => {
  const { app, make, open, becomes } = inFrontOfForms();

  it('is told at the field what the server does not take, and keeps what was typed', async () => {
    const { documentId } = await make.action();
    const form = await open(documentId);
    await form.fill({ ...nameAnd(someEmail()), familyName: 'www.example.org' });
    await form.submit();
    await form.page.locator('#familyName-problem').getByText('web address').waitFor();
    expect(await form.field('givenName').inputValue()).toBe('Zoë');
    await form.fill({ familyName: 'Example' });
    await form.submit();
    await form.shows('almost-there');
  });

  it('corrects a mistyped address after sending', async () => {
    const { documentId } = await make.action();
    const email = someEmail();
    const form = await open(documentId);
    await form.fill(nameAnd('zoe@exampel.invalid'));
    await form.submit();
    await form.page.getByRole('button', { name: 'Correct it and send again' }).click();
    expect(await form.focused()).toBe('email');
    await form.fill({ email });
    await form.submit();
    await form.shows('almost-there');
    await waitForMail(app.mailDir, email);
  });

  it('sends once, however often the button is pressed', async () => {
    const { documentId } = await make.action();
    const form = await open(documentId);
    await form.fill(nameAnd(someEmail()));
    await form.page.locator('button.main').dblclick();
    await form.shows('almost-there');
    expect(form.sent).toHaveLength(1);
  });

  it('is offline while signing, and is counted once when the network is back', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const form = await open(documentId);
    const context = form.page.context();
    let arrived = 0;
    await form.page.route('**/signatures', async (route) => {
      arrived += 1;
      if (arrived > 1) return route.continue();
      // It reaches the server, and the answer is lost on the way back.
      await route.fetch();
      await context.setOffline(true);
      await route.abort('internetdisconnected');
    });
    await form.fill(nameAnd(someEmail()));
    await form.submit();
    await form.page.getByText('There is no connection').waitFor();
    expect(await form.page.locator('button.main').getAttribute('aria-disabled')).toBe('true');
    expect(await form.focused()).toBe('Sign');
    await context.setOffline(false);
    await form.shows('thanks');
    expect(arrived).toBe(2);
    await becomes(documentId, 1);
  });

  it('on a slow network sees at once that it is being sent, and is thanked', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const form = await open(documentId);
    const session = await form.page.context().newCDPSession(form.page);
    await session.send('Network.emulateNetworkConditions', EDGE_OF_THE_VILLAGE);
    await form.fill(nameAnd(someEmail()));
    await form.submit();
    await form.page.getByText('Sending…').waitFor();
    await form.shows('thanks');
    await becomes(documentId, 1);
  });

  it('signs again from another browser, is told the very same, and counts once', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const email = someEmail();
    const said: string[] = [];
    for (const spelling of [email, email.toUpperCase()]) {
      const form = await open(documentId);
      await form.fill(nameAnd(spelling));
      await form.submit();
      await form.shows('thanks');
      said.push(await form.page.locator('[data-screen="thanks"]').innerText());
    }
    expect(said[1]).toBe(said[0]);
    await becomes(documentId, 1);
  });

  it('comes to a form that has closed meanwhile, and is told so', async () => {
    const closedMessage = 'This petition is closed. Thank you to everybody who signed.';
    const { documentId } = await make.action({ closedMessage });
    const form = await open(documentId);
    await app.strapi.documents(ACTION).update({
      documentId,
      data: { closesAt: '2020-01-01T00:00:00.000Z' },
      status: 'published',
    } as never);
    await form.fill(nameAnd(someEmail()));
    await form.submit();
    await form.page.getByText(closedMessage).waitFor();
    await form.page.reload();
    await form.page.getByText(closedMessage).waitFor();
    expect(await form.field('email').count()).toBe(0);
  });

  it('solves a challenge without doing anything', async () => {
    const { documentId } = await make.action({ challenge: 'always', confirmation: 'none' });
    const form = await open(documentId);
    await form.fill(nameAnd(someEmail()));
    await form.submit();
    await form.page.getByText('you are no robot').waitFor();
    await form.shows('thanks');
    await becomes(documentId, 1);
  });

  it('is not kept from signing by what a link says of where they come from', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const marks = encodeURIComponent('a\u0301\u0302\u0303\u0304\u0305\u0306');
    const form = await open(documentId, { behind: `?utm_source=mail&utm_term=${marks}` });
    await form.fill(nameAnd(someEmail()));
    await form.submit();
    await form.shows('thanks');
    const [first = '', second = ''] = form.sent;
    expect(JSON.parse(first)).toMatchObject({ data: { source: { utmSource: 'mail' } } });
    expect(second).not.toContain('source');
    await becomes(documentId, 1);
  });

  it('keeps what was typed when the form has changed, and agrees anew to new words', async () => {
    const { documentId } = await make.action({ kind: 'letter' });
    const form = await open(documentId);
    await form.page.route(
      '**/signatures',
      (route) => route.fulfill({ status: 409, json: problem(409, 'form-withdrawn') }),
      { times: 1 },
    );
    await form.page.route(`**/actions/${documentId}?*`, async (route) => {
      const answer = await route.fetch();
      const { data } = (await answer.json()) as { data: { form: object } };
      const changed = { ...data.form, version: '0'.repeat(64) };
      await route.fulfill({ response: answer, json: { data: { ...data, form: changed } } });
    });
    await form.fill(nameAnd(someEmail()));
    await form.page.getByRole('button', { name: 'Change the text' }).click();
    await form.page.locator('[data-own-words]').fill('In my own words.');
    await form.field('consents[newsletter]').check();
    await form.submit();
    await form.page.getByText('The form has changed').waitFor();
    expect(await form.field('givenName').inputValue()).toBe('Zoë');
    expect(await form.page.locator('[data-own-words]').inputValue()).toBe('In my own words.');
    expect(await form.field('consents[newsletter]').isChecked()).toBe(false);
  });
});
