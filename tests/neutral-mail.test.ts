import { type App, startApp } from './app';
import { maker, someEmail } from './make';
import { signatures } from './signatures';

const BARE = 'https://act.example.org/api/campaign-actions/confirm';

/** Everything that could say in a mailbox what its owner signed. */
const OUTING = ['Rainbow', 'Arc-en-ciel', 'violence'];

describe('Mail', () => {
  let app: App;
  let supporters: ReturnType<typeof signatures>;

  beforeAll(async () => {
    app = await startApp();
    supporters = signatures(app);
    const make = maker(app);
    await make.locale('fr');
    await make.organisation({ name: 'Rainbow Canada' });
  });
  afterAll(() => app.destroy());

  const published = async (locale: string, values: object = {}): Promise<string> => {
    const title = locale === 'fr' ? 'Arc-en-ciel' : 'Stop the violence';
    return (await maker(app).action({ locale, title, ...values })).documentId;
  };

  /** The mails of one supporter who signs, confirms and signs once more. */
  const threeMails = async (action: string, locale: string) => {
    const email = someEmail();
    expect((await supporters.sign(action, { email, locale })).status).toBe(202);
    const first = await supporters.tokens(email);
    await supporters.confirm(first.confirm);
    const thanks = await supporters.tokens(email, 2);
    await supporters.sign(action, { email, locale });
    const again = await supporters.tokens(email, 3);
    return [first, thanks, again].map(({ mail }) => mail);
  };

  it.each([
    ['en', 'Please confirm your e-mail address', 'Thank you'],
    ['fr', 'Veuillez confirmer votre adresse courriel', 'Merci'],
  ])(
    'for signers at risk hints at nothing, whoever reads it (T-33, %s)',
    async (locale, ...said) => {
      const action = await published(locale, { sensitive: true });
      const mails = await threeMails(action, locale);
      expect(mails.map(({ subject }) => subject)).toEqual([said[0], said[1], said[0]]);
      for (const mail of mails) {
        expect(mail.headers.from).toBe('campaigns@example.org');
        const whole = mail.text + mail.html + JSON.stringify(mail.headers);
        expect([...OUTING, action].filter((word) => whole.includes(word))).toEqual([]);
      }
    },
  );

  it('for any other action says what it is about and who writes', async () => {
    const [first] = await threeMails(await published('en'), 'en');
    expect(first?.headers.from).toBe('Rainbow Canada <campaigns@example.org>');
    expect(first?.text).toContain('“Stop the violence”');
    expect(first?.text.trim()).toMatch(/\nRainbow Canada$/);
  });

  it.each(['en', 'fr'])(
    'opens our own page in its language, and gives its bare address (%s)',
    async (locale) => {
      const [first, thanks, again] = await threeMails(await published(locale), locale);
      for (const mail of [first, thanks, again]) {
        for (const link of mail?.links ?? []) expect(link).toMatch(`${BARE}?locale=${locale}`);
      }
      expect(first?.links[0]).toMatch(/\?locale=..#token=[\w-]{64}&action=[a-z\d]+$/);
      for (const mail of [first, again]) expect(mail?.text).toContain(` ${BARE}?locale=${locale} `);
      const page = await app.get(new URL(first?.links[0] ?? '').pathname + `?locale=${locale}`);
      expect(page.text).toContain(`<html lang="${locale}">`);
    },
  );

  it('opens the organisation’s own page where there is one, as it stands', async () => {
    const confirmPageUrl = 'https://example.org/confirm';
    const [organisation] = await app.strapi
      .documents('plugin::campaign-actions.organisation')
      .findMany();
    await app.strapi.documents('plugin::campaign-actions.organisation').update({
      documentId: organisation?.documentId ?? '',
      data: { confirmPageUrl },
    } as never);
    app = await app.restart();
    supporters = signatures(app);
    const [first] = await threeMails(await published('en'), 'en');
    expect(first?.links[0]).toMatch(/^https:\/\/example\.org\/confirm#token=/);
    expect(first?.text).toContain(` ${confirmPageUrl} `);
  });
});
