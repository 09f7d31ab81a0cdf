import { someEmail } from '../make';
import { inFrontOfForms, nameAnd } from './form-page';

const EMAIL = {
  kind: 'email',
  confirmation: 'none',
  title: 'Stop the violence',
  letter: {
    salutation: 'Dear Ambassador,',
    body: 'My name is {name}. I urge you to act.',
    closing: 'Yours sincerely,',
    recipientName: 'Embassy',
    recipientPostalAddress: 'embassy@example.org',
  },
};

const CALL = {
  kind: 'call',
  confirmation: 'none',
  call: {
    numbers: [{ label: 'Embassy', number: '+44 (0)20 7946 0000' }],
    hours: 'Monday to Friday, 9 to 5',
    timeZone: 'Europe/London',
    script: 'Hello, my name is {name}.',
  },
};

describe('A supporter of an action that is done elsewhere', () => {
  const { make, open, becomes } = inFrontOfForms();

  it('writes an e-mail: to whom, in their own name, by copying or in their mail program', async () => {
    const { documentId } = await make.action(EMAIL);
    const form = await open(documentId);
    const { page } = form;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const link = page.getByRole('link', { name: 'Open in my mail program' });
    const mail = async (): Promise<string> => (await link.getAttribute('href')) ?? '';
    expect(await page.locator('address').innerText()).toBe('embassy@example.org');
    expect(decodeURIComponent(await mail())).toContain('My name is [Your name].');

    await form.fill(nameAnd(someEmail()));
    expect(await mail()).toMatch(
      /^mailto:embassy@example\.org\?subject=Stop%20the%20violence&body=/,
    );
    const written =
      'Dear Ambassador,\n\nMy name is Zoë Example. I urge you to act.\n\nYours sincerely,\nZoë Example';
    expect(decodeURIComponent(await mail()).replace(/\r/g, '')).toContain(`&body=${written}`);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('The text is copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(written);

    await page.getByRole('button', { name: 'Change the text' }).click();
    await page.getByRole('textbox', { name: 'Your e-mail', exact: true }).fill('Please act.');
    expect(await mail()).toContain('&body=Please%20act.');
    await form.submit();
    await form.shows('thanks');
    await becomes(documentId, 1);
  });

  it('changes the text first and types their name afterwards, which comes whole to each place', async () => {
    const { documentId } = await make.action(EMAIL);
    const form = await open(documentId);
    const { page } = form;
    await page.getByRole('button', { name: 'Change the text' }).click();
    await form.field('givenName').pressSequentially('Zoë');
    await form.field('familyName').pressSequentially('Example');
    const link = page.getByRole('link', { name: 'Open in my mail program' });
    const mail = decodeURIComponent((await link.getAttribute('href')) ?? '').replace(/\r/g, '');
    expect(mail).toContain('My name is Zoë Example. I urge you to act.');
    expect(mail).toMatch(/Yours sincerely,\nZoë Example$/);
  });

  it('calls: which number, whether anybody answers now, and what to say', async () => {
    const { documentId } = await make.action(CALL);
    const form = await open(documentId);
    const { page } = form;
    const number = page.getByRole('link', { name: 'Embassy +44 (0)20 7946 0000' });
    expect(await number.getAttribute('href')).toBe('tel:+442079460000');
    await page.getByText('Monday to Friday, 9 to 5 (Europe/London)').waitFor();
    await page.getByText(/It is .+ on .+ there now\. (Somebody should|Nobody is likely)/).waitFor();
    await form.fill(nameAnd(someEmail()));
    await page.getByText('Hello, my name is Zoë Example.').waitFor();
    await form.submit();
    await form.shows('thanks');
    await becomes(documentId, 1);
  });

  it('calls where their browser does not know the time zone, and is helped all the same', async () => {
    const { documentId } = await make.action(CALL);
    const form = await open(documentId);
    await form.page.evaluate(`{
      const element = document.querySelector('campaign-form');
      const { action, place } = element.data;
      const call = { ...action.call, timeZone: 'Europe/Nowhere' };
      element.data = { action: { ...action, call, form: { ...action.form, version: '0' } }, place };
    }`);
    await form.page.getByText('(Europe/Nowhere)').waitFor();
    await form.submit();
    await form.page.getByText('Please look at 3 fields again').waitFor();
  });
});
