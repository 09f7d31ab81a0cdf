import { panelMails, testMailSent } from '../plugins/campaign-actions/contracts/panel-mails';
import type { Answer } from './app';
import { someEmail } from './make';
import { mails, waitForMail } from './mails';
import { oneApp } from './one-app';
import { panelUsers } from './panel-users';

const ACTION = 'plugin::campaign-actions.action';

const OWN = {
  confirmSubject: 'Almost there: {title}',
  confirmText: 'Hello {givenName},\n\n<b>{organisation}</b> asks you to confirm “{title}”.',
  thanksSubject: 'You did it',
  thanksText: 'Thank you, {givenName}!',
};

interface Refused {
  error: { message: string; details: { errors: { path: string[]; message: string }[] } };
}

describe('Mails in an editor’s own words', () => {
  const { app, make, supporters } = oneApp(async (story) => {
    await story.make.locale('fr');
    await story.make.organisation({ name: 'Rainbow Canada' });
  });

  const firstMail = async (action: string, locale = 'en') => {
    const email = someEmail();
    expect((await supporters.sign(action, { email, locale })).status).toBe(202);
    return waitForMail(app.mailDir, email);
  };

  it('say what was published, filled in, as text alone, with our links below', async () => {
    const { documentId } = await make.action({ title: 'Stop <it> & now', mails: OWN });
    const mail = await firstMail(documentId);
    expect(mail.subject).toBe('Almost there: Stop <it> & now');
    expect(mail.headers.from).toBe('Rainbow Canada <campaigns@example.org>');
    expect(mail.text).toContain('Hello Zoë,\n\n<b>Rainbow Canada</b> asks you to confirm');
    expect(mail.text).not.toContain('Thank you for taking action');
    expect(mail.html).toContain('&lt;b&gt;Rainbow Canada&lt;/b&gt; asks you');
    const { confirm } = await supporters.tokens(mail.to);
    expect((await supporters.confirm(confirm)).status).toBe(200);
    const thanks = await waitForMail(app.mailDir, mail.to, 2);
    expect(thanks.subject).toBe('You did it');
    expect(thanks.text).toContain('Thank you, Zoë!');
  });

  it('wait for being published, and are those of the supporter’s language', async () => {
    const { documentId } = await make.action({ title: 'Stop it' });
    await app.strapi
      .documents(ACTION)
      .update({ documentId, locale: 'en', data: { mails: OWN } } as never);
    expect((await firstMail(documentId)).subject).toBe('Please confirm your e-mail address');
    const french = await make.action({
      locale: 'fr',
      title: 'Arrêtez',
      mails: { confirmSubject: 'Presque : {title}' },
    });
    const mail = await firstMail(french.documentId, 'fr');
    expect(mail.subject).toBe('Presque : Arrêtez');
    expect(mail.html).toContain('<html lang="fr"');
  });

  it('are not used where signers are at risk (T-33)', async () => {
    const { documentId } = await make.action({ sensitive: true, title: 'Rainbow', mails: OWN });
    const mail = await firstMail(documentId);
    expect(mail.subject).toBe('Please confirm your e-mail address');
    const whole = `${mail.text}${mail.html ?? ''}${JSON.stringify(mail.headers)}`;
    expect(whole).not.toContain('Rainbow');
    expect(whole).not.toContain('Zoë');
  });

  it('never greet with what is no name', async () => {
    const { documentId } = await make.action({ mails: OWN });
    const email = someEmail();
    const givenName = 'Zoë, click evil.example now';
    const { status } = await supporters.sign(documentId, { email, givenName });
    if (status !== 202) return;
    expect((await waitForMail(app.mailDir, email)).text).not.toContain('evil');
  });

  describe('in the panel', () => {
    let auth: Record<string, string>;
    let me: string;
    beforeAll(async () => {
      const users = panelUsers(app);
      const login = await users.create('ada', await users.roles.getSuperAdmin());
      me = login.email;
      const { body } = await app.post<{ data: { token: string } }>('/admin/login', login);
      auth = { Authorization: `Bearer ${body.data.token}` };
    });

    it.each([
      ['confirmText', 'Hello {firstname}', '{firstname}'],
      ['confirmSubject', 'Hello {givenName}', 'Leave the name out of the subject'],
    ])('are refused at the field: %s “%s”', async (name, text, said) => {
      const answer: Answer<Refused> = await app.post(
        `/content-manager/collection-types/${ACTION}/actions/publish`,
        { title: 'x', mails: { [name]: text } },
        { headers: auth },
      );
      expect(answer.status).toBe(400);
      const errors = answer.body.error.details.errors;
      const found = errors.find(({ path }) => path.join('.') === `mails.${name}`);
      expect(found?.message).toContain(said);
    });

    it('are shown as they are saved, and a test goes to whoever asks and to nobody else', async () => {
      const { documentId } = await make.action({ title: 'Stop it', mails: OWN });
      const path = `/campaign-actions/actions/${documentId}/mails`;
      const { body } = await app.get<{ data: unknown }>(`${path}?locale=en`, { headers: auth });
      const shown = panelMails.parse(body.data);
      expect(shown.mails.map(({ subject }) => subject)).toEqual([
        'Almost there: Stop it',
        'Please confirm your e-mail address',
        'A reminder: please confirm your e-mail address',
        'You did it',
      ]);
      const test = (kind = 'confirm') =>
        app.post<{ data: unknown }>(
          `${path}/test`,
          { data: { kind, locale: 'en', to: 'max@evil.example' } },
          { headers: auth },
        );
      const answer = await test();
      expect(testMailSent.parse(answer.body.data)).toEqual({ to: me, folder: app.mailDir });
      const mail = await waitForMail(app.mailDir, me);
      expect(mail.subject).toBe('[Test] Almost there: Stop it');
      expect((await mails(app.mailDir)).filter(({ to }) => to.includes('evil'))).toEqual([]);
      const statuses = [];
      for (let time = 0; time < 6; time += 1) statuses.push((await test('thanks')).status);
      expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    });

    it('are closed to whoever is not signed in', async () => {
      const { documentId } = await make.action();
      const path = `/campaign-actions/actions/${documentId}/mails`;
      expect((await app.get(path)).status).toBe(401);
      expect((await app.post(`${path}/test`, {})).status).toBe(401);
    });
  });
});
