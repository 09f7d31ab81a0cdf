import { someEmail } from '../make';
import { waitForMail } from '../mails';
import { type FormPage, inFrontOfForms, nameAnd } from './form-page';

const LETTER = {
  kind: 'letter',
  confirmation: 'none',
  letter: {
    salutation: 'Dear President,',
    body: 'I urge you to end the violence.',
    closing: 'Yours sincerely,',
    recipientName: 'The President',
    recipientPostalAddress: 'Ulitsa Ilyinka 23\nMoscow',
  },
};

/** Tabs until something has the focus, as somebody without a mouse would; answers all that had it. */
const tabTo = async (form: FormPage, name: string): Promise<string[]> => {
  const passed: string[] = [];
  while (passed.at(-1) !== name && passed.length < 30) {
    await form.page.keyboard.press('Tab');
    passed.push(await form.focused());
  }
  expect(passed.at(-1)).toBe(name);
  return passed;
};

const scrollsSideways = (form: FormPage): Promise<boolean> =>
  form.page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');

const keptBy = (form: FormPage): Promise<object> =>
  form.page.evaluate<object>('({ ...localStorage, ...sessionStorage, cookie: document.cookie })');

describe('A supporter in front of a form', () => {
  const { app, make, open, becomes } = inFrontOfForms();

  it('signs with the keyboard alone, and finds out what is next', async () => {
    const { documentId } = await make.action({ sensitive: true, confirmation: 'required' });
    const email = someEmail();
    const form = await open(documentId, { behind: '?source=share-copy&utm_source=mail' });
    const passed = await tabTo(form, 'givenName');
    await form.page.keyboard.type('Zoë');
    passed.push(...(await tabTo(form, 'familyName')));
    await form.page.keyboard.type('Example');
    passed.push(...(await tabTo(form, 'email')));
    await form.page.keyboard.type(email);
    passed.push(...(await tabTo(form, 'Sign')));
    expect(passed).not.toContain('leaveEmpty');
    await form.page.keyboard.press('Enter');

    await form.shows('almost-there');
    expect(await form.focused()).toBe('Almost there: please look at your mail');
    await waitForMail(app.mailDir, email);
    expect(JSON.parse(form.sent[0] ?? '')).toMatchObject({
      data: { email, locale: 'en', source: { code: 'share-copy', utmSource: 'mail' } },
    });
    expect(await form.told()).toEqual([
      {
        name: 'campaign:signed',
        detail: { action: documentId, status: 'confirmation-sent' },
      },
    ]);
    expect(await keptBy(form)).toEqual({ cookie: '' });
  });

  it('is told what is missing, is led there, and sees it go once it is mended', async () => {
    const { documentId } = await make.action();
    const form = await open(documentId);
    // A screen reader knows the place before anything is said there.
    const said = form.page.getByRole('status').and(form.page.locator('[data-said]'));
    expect(await said.count()).toBe(1);
    await form.submit();
    const summary = form.page.locator('[data-summary]');
    await summary.waitFor();
    expect(await summary.getByRole('link').allTextContents()).toEqual([
      'First name: Please fill this in.',
      'Last name: Please fill this in.',
      'E-mail: Please fill this in.',
    ]);
    expect(await form.focused()).toContain('Please look at 3 fields again');
    await summary.getByRole('link', { name: 'Last name' }).click();
    expect(await form.focused()).toBe('familyName');

    await form.fill({ familyName: 'Example' });
    expect(await form.field('familyName').getAttribute('aria-invalid')).toBeNull();
    expect(await summary.getByRole('link').count()).toBe(2);
    await form.fill(nameAnd('nobody'));
    await form.submit();
    await summary.getByText('zoe@example.org').waitFor();
    expect(form.sent).toEqual([]);
  });

  it('is thanked, is known again by this browser, and may sign for somebody else', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const form = await open(documentId);
    await form.fill(nameAnd(someEmail()));
    await form.submit();
    await form.shows('thanks');
    expect(await form.focused()).toBe('Thank you for taking action');
    expect(await keptBy(form)).toEqual({
      cookie: '',
      [`campaign-actions:signed:${documentId}`]: 'counted',
    });
    await form.page.evaluate(`location.hash = 'email=zoe@example.org'`);
    await form.page.reload();
    await form.shows('taken-part');
    await form.page.getByRole('button', { name: 'Fill it in for somebody else' }).click();
    // The link was for the first of them.
    expect(await form.field('email').inputValue()).toBe('');
    await form.fill(nameAnd(someEmail('another')));
    await form.submit();
    await form.shows('thanks');
    await becomes(documentId, 2);
  });

  it('writes a letter in their own name and words, and says that it is sent', async () => {
    const { documentId } = await make.action(LETTER);
    const form = await open(documentId);
    const { page } = form;
    await form.fill(nameAnd(someEmail()));
    expect(await page.locator('[data-paper]').innerText()).toContain('Zoë Example');
    await page.getByRole('button', { name: 'Change the text' }).click();
    const own = page.locator('[data-own-words]');
    expect(await own.inputValue()).toBe(
      'Dear President,\n\nI urge you to end the violence.\n\nYours sincerely,\nZoë Example',
    );
    await form.fill({ familyName: 'O’Neill' });
    expect(await own.inputValue()).toContain('Yours sincerely,\nZoë O’Neill');
    await page.getByRole('button', { name: 'Put in the text from above' }).click();
    expect(await form.field('message').inputValue()).toBe(await own.inputValue());
    await form.submit();
    await form.shows('thanks');
    await becomes(documentId, 1);
  });

  it('hears how much room is left when there is little, and no longer when there is much', async () => {
    const { documentId } = await make.action();
    const form = await open(documentId);
    const heard = form.page.locator('.field:has([name=message]) [role=status]');
    await form.fill({ message: 'x'.repeat(990) });
    await heard.getByText('10 characters left').waitFor();
    await form.fill({ message: 'Stop.' });
    expect(await heard.textContent()).toBe('');
  });

  it('prints the letter and nothing else', async () => {
    const { documentId } = await make.action(LETTER);
    const { page } = await open(documentId);
    await page.evaluate('globalThis.print = () => undefined');
    await page.getByRole('button', { name: 'Print' }).click();
    // Not every browser says that it has printed the first.
    await page.getByRole('button', { name: 'Print' }).click();
    await page.emulateMedia({ media: 'print' });
    const printed = page.locator('.campaign-letter-print');
    expect(await printed.isVisible()).toBe(true);
    expect(await printed.innerText()).toContain('Ulitsa Ilyinka 23');
    expect(await page.locator('campaign-form').isVisible()).toBe(false);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await page.locator('campaign-form').isVisible()).toBe(true);
  });

  it('finds the form filled in by a link, whose address tells nothing any more', async () => {
    const { documentId } = await make.action();
    const form = await open(documentId, {
      behind: '?a=1#givenName=Zo%C3%AB&email=zoe@example.org',
    });
    expect(await form.field('givenName').inputValue()).toBe('Zoë');
    expect(await form.field('email').inputValue()).toBe('zoe@example.org');
    expect(await form.field('consents[newsletter]').isChecked()).toBe(false);
    expect(form.page.url()).toBe(`${app.url}/a-page?a=1`);
  });

  it('at risk leaves nobody’s address behind in a page that is gone back to', async () => {
    const { documentId } = await make.action({ sensitive: true, confirmation: 'required' });
    const form = await open(documentId, { behind: '#givenName=Zo%C3%AB&email=zoe@example.org' });
    await form.fill({ familyName: 'Example' });
    await form.submit();
    await form.shows('almost-there');
    await form.page.evaluate(`dispatchEvent(new Event('pagehide'))`);
    await form.shows('open');
    for (const name of ['givenName', 'familyName', 'email'])
      expect(await form.field(name).inputValue()).toBe('');
  });

  it('is not disturbed by a site that renders around the form', async () => {
    const { documentId } = await make.action({ ...LETTER, confirmation: 'none' });
    const form = await open(documentId);
    const renderAgain = (): Promise<unknown> =>
      form.page.evaluate(`{
        const element = document.querySelector('campaign-form');
        element.data = structuredClone(element.data);
      }`);
    await form.fill(nameAnd(someEmail()));
    await form.page.getByRole('button', { name: 'Change the text' }).click();
    const own = form.page.getByRole('textbox', { name: 'Your letter' });
    await own.pressSequentially(' In my own words.');
    await renderAgain();
    await form.page.keyboard.type(' Still.');
    expect(await own.inputValue()).toMatch(/In my own words\. Still\.$/);
    await form.submit();
    await form.shows('thanks');
    await renderAgain();
    await form.shows('thanks');
    expect(form.sent).toHaveLength(1);
  });

  it('keeps what they wrote when the site moves the form, which says everything once', async () => {
    const { documentId } = await make.action(LETTER);
    const form = await open(documentId);
    await form.fill(nameAnd(someEmail()));
    await form.page.getByRole('button', { name: 'Change the text' }).click();
    const own = form.page.locator('[data-own-words]');
    const words = await own.inputValue();
    await form.page.evaluate(`document.body.prepend(document.querySelector('campaign-form'))`);
    expect(await own.inputValue()).toBe(words);
    expect(await form.field('familyName').inputValue()).toBe('Example');
    expect(await form.page.locator('.field:has([name=message]) [role=status]').count()).toBe(1);
    await form.submit();
    await form.shows('thanks');
    expect(form.sent).toHaveLength(1);
  });

  it('keeps what came of signing when the site moves the form, at risk as well', async () => {
    const { documentId } = await make.action({ sensitive: true, confirmation: 'required' });
    const form = await open(documentId);
    const move = (): Promise<unknown> =>
      form.page.evaluate(`document.body.prepend(document.querySelector('campaign-form'))`);
    await form.fill(nameAnd('zoe@exampel.invalid'));
    await form.submit();
    await form.shows('almost-there');
    await move();
    await form.shows('almost-there');
    await form.page.getByRole('button', { name: 'Correct it and send again' }).click();
    await form.fill({ email: someEmail() });
    await form.submit();
    await form.shows('almost-there');
    expect(form.sent.map((body) => JSON.parse(body) as object)).toMatchObject([
      { data: { givenName: 'Zoë', email: 'zoe@exampel.invalid' } },
      { data: { givenName: 'Zoë' } },
    ]);
    await move();
    await form.page.evaluate(`dispatchEvent(new Event('pagehide'))`);
    await form.shows('open');
    expect(await form.field('email').inputValue()).toBe('');
  });

  it('finds another action’s form where the site took it out, and put it in for that', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const another = await make.action({ statement: 'Another one' });
    const form = await open(documentId);
    await form.fill(nameAnd(someEmail()));
    await form.submit();
    await form.shows('thanks');
    await form.page.evaluate(`{
      const element = document.querySelector('campaign-form');
      element.remove();
      element.setAttribute('action', '${another.documentId}');
      document.body.append(element);
    }`);
    await form.shows('open');
    await form.page.getByText('Another one').waitFor();
  });

  it('rehearses, or finds it closed, as soon as the site says so of the same form', async () => {
    const { documentId } = await make.action();
    const form = await open(documentId);
    const renderWith = (action: string, place: string): Promise<unknown> =>
      form.page.evaluate(`{
        const element = document.querySelector('campaign-form');
        const { action, place } = element.data;
        element.data = { action: { ...action, ${action} }, place: { ...place, ${place} } };
      }`);
    await form.fill(nameAnd(someEmail()));
    await renderWith('', `preview: 'a-token'`);
    const request = form.page.waitForRequest((each) => each.url().includes('/signatures'));
    await form.submit();
    expect((await request).url()).toContain('preview=a-token');
    await renderWith(`closesAt: '2026-01-01T12:00:00.000Z'`, '');
    await form.shows('closed');
  });

  it('reads from right to left, on a narrow phone, without scrolling sideways', async () => {
    const { documentId } = await make.action({ locale: 'ar', statement: 'أوقفوا الهجمات' });
    const form = await open(documentId, { locale: 'ar', width: 320 });
    expect(await form.page.locator('[data-screen]').getAttribute('dir')).toBe('rtl');
    await form.submit();
    await form.page.locator('[data-summary]').waitFor();
    expect(await scrollsSideways(form)).toBe(false);
  });

  it('is told in French, and has the countries in French order', async () => {
    const { documentId } = await make.action({ locale: 'fr' });
    const form = await open(documentId, { locale: 'fr' });
    const names = await form.field('country').locator('option').allTextContents();
    expect(names.indexOf('Équateur')).toBeLessThan(names.indexOf('France'));
    await form.submit();
    await form.page.getByText('Veuillez revoir 3 champs').waitFor();
  });
});
