import type { Answer } from './app';
import { someEmail } from './make';
import { plainPages, saidOn } from './plain-pages';
import { previews } from './previews';
import { signing, type Vault } from './signing';
import { API } from './signatures';

const { app, make, supporters } = signing();

const { post, sign } = plainPages(app);

/** What the row of a signature holds, opened. */
const opened = async (action: string): Promise<unknown> => {
  const vault = app.strapi.plugin('campaign-actions').service<Vault>('vault');
  const [row] = [...(await supporters.submissions(action)), ...(await supporters.register(action))];
  return row?.sealed && vault.open(action, row.id, row.sealed);
};

const asking = {
  heading: 'Your information',
  fields: [
    { field: 'givenName', label: 'First name', required: true },
    { field: 'message', label: 'Message' },
    { field: 'own', name: 'age', type: 'number', label: 'Age' },
    { field: 'own', name: 'member', type: 'checkbox', label: 'I am a member' },
    { field: 'own', name: 'why', type: 'text', label: 'Why?' },
  ],
  consents: [
    { name: 'news', text: 'Send me news.', required: false, display: 'checkbox' },
    { name: 'rules', text: 'I agree.', required: true, display: 'checkbox' },
    { name: 'calls', text: 'May we call you?', required: false, display: 'yes_no' },
  ],
};
const answers = { 'consents[rules]': 'on', 'consents[calls]': 'false', familyName: '' };

describe('A page without JavaScript', () => {
  it('signs as any other page does, and says that a mail is on its way', async () => {
    const { documentId } = await make.action({ confirmation: 'required' });
    const email = someEmail();
    const answer = await sign(documentId, { email });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      202,
      'text/html; charset=utf-8',
    ]);
    expect(saidOn(answer)).toMatch(/^Almost there We have sent you a mail\./);
    const { confirm } = await supporters.tokens(email);
    expect((await supporters.confirm(confirm)).status).toBe(200);
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
  });

  it('is counted at once where no confirmation is asked, and once', async () => {
    const { documentId } = await make.action({ confirmation: 'none' });
    const email = someEmail();
    for (let i = 0; i < 2; i += 1) {
      const answer = await sign(documentId, { email });
      expect([answer.status, saidOn(answer)]).toEqual([
        201,
        expect.stringMatching(/^Thank you It counts\./),
      ]);
    }
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
  });

  it.each(['required', 'none'])(
    'learns nothing by signing again: %s (T-20)',
    async (confirmation) => {
      const { documentId } = await make.action({ confirmation });
      const email = someEmail();
      const told = ({ status, headers, text }: Answer) => {
        const { date, ...rest } = Object.fromEntries(headers);
        expect(date).toBeDefined();
        return { status, rest, text };
      };
      const first = told(await sign(documentId, { email }));
      expect(told(await sign(documentId, { email }))).toEqual(first);
    },
  );

  it('sends numbers, boxes and choices as texts, and they are stored as what they are', async () => {
    const { documentId } = await make.action({ form: asking });
    const answer = await sign(documentId, {
      ...answers,
      message: 'Stop.\r\nNow.',
      'answers[age]': '37',
      'answers[member]': 'on',
      'answers[why]': '42',
      'consents[news]': 'true',
      'source[utmSource]': 'mail',
    });
    expect(answer.status).toBe(202);
    expect(await opened(documentId)).toMatchObject({
      givenName: 'Zoë',
      familyName: null,
      message: 'Stop.\nNow.',
      answers: { age: 37, member: true, why: '42' },
      source: { utmSource: 'mail' },
    });
    const [row] = await supporters.submissions(documentId);
    expect(row?.consents).toMatch(/"news":true.*"rules":true.*"calls":false/);
  });

  it('leaves a box empty and that is a no; what else is empty is not there', async () => {
    const { documentId } = await make.action({ form: asking });
    const empty = { 'answers[age]': '', 'answers[why]': '', message: '', formVersion: '' };
    expect((await sign(documentId, { ...answers, ...empty, leaveEmpty: '' })).status).toBe(202);
    const none = { age: null, member: null, why: null };
    expect(await opened(documentId)).toMatchObject({ message: null, answers: none });
    const [row] = await supporters.submissions(documentId);
    expect(row?.consents).toMatch(/"news":false/);
  });

  it('is told that nothing was sent where its address alone is opened, on either way to the door', async () => {
    const { documentId } = await make.action();
    const routed = await previews(app).routed();
    for (const path of [`sign/${documentId}`, 'confirm', 'withdraw', 'reject'])
      for (const headers of [{}, routed] as Record<string, string>[]) {
        const answer = await app.get(`${API}/forms/${path}`, {
          headers: { 'Accept-Language': 'fr', ...headers },
        });
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
        expect(answer.text).toContain('<html lang="fr">');
        expect(saidOn(answer)).toMatch(/^Rien n’a été envoyé/);
      }
    expect((await app.get(`${API}/forms/confirm`, { method: 'HEAD' })).status).toBe(405);
    expect(await supporters.submissions(documentId)).toEqual([]);
  });

  it('is told what to mend by the labels of its form, in French, and never what it sent', async () => {
    const { documentId } = await make.action({ form: asking });
    const french = {
      fields: [
        { field: 'givenName', label: 'Prénom', required: true },
        { field: 'own', name: 'age', type: 'number', label: 'Âge & <ans>' },
      ],
      consents: [{ name: 'calls', text: 'Vous appeler?', display: 'yes_no' }],
    };
    await app.strapi.documents('plugin::campaign-actions.action').update({
      documentId,
      locale: 'fr',
      data: {
        title: 'Signez',
        slug: `fr-${documentId}`,
        statement: 'Agissez.',
        targets: [{ name: 'Gouvernement' }],
        form: french,
      },
      status: 'published',
    } as never);
    const answer = await post(`sign/${documentId}`, {
      locale: 'fr-CA',
      email: 'canary-of-mine',
      'answers[age]': 'canary-years',
    });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<html lang="fr">');
    const said = saidOn(answer);
    expect(said).toMatch(/^Veuillez revoir le formulaire/);
    expect(said).toContain('Prénom : veuillez remplir ce champ.');
    expect(said).toContain('Courriel : veuillez vérifier');
    expect(said).toContain('Âge &amp; &lt;ans&gt; : ce n’est pas ce qui est demandé ici.');
    expect(said).toContain('Vous appeler? : veuillez répondre par oui ou par non.');
    expect(said).toContain('le bouton Précédent de votre navigateur');
    expect(answer.text).not.toMatch(/canary/);
    expect(await supporters.submissions(documentId)).toEqual([]);
  });

  it('is told that the form has changed where it sends what the form does not have', async () => {
    const { documentId } = await make.action();
    const wrong: Record<string, string>[] = [
      { phone: '+1 613 555 0100' },
      { 'answers[shoeSize]': '42' },
      { 'consents[__proto__]': 'on' },
      { answers: 'none' },
      { formVersion: 'f'.repeat(64) },
    ];
    for (const more of wrong) {
      const answer = await sign(documentId, more);
      expect([answer.status, saidOn(answer)]).toEqual([
        400,
        expect.stringMatching(/^The form has changed/),
      ]);
    }
  });

  it('is told in its own language that an action is closed, or is not there', async () => {
    const { documentId } = await make.action({ closesAt: '2020-01-01T00:00:00.000Z' });
    const closed = await sign(documentId, {}, { 'Accept-Language': 'fr-CA,en;q=0.5' });
    expect([closed.status, saidOn(closed)]).toEqual([410, expect.stringMatching(/^C’est fermé/)]);
    const unknown = await sign('nothing');
    expect([unknown.status, saidOn(unknown)]).toEqual([
      404,
      expect.stringMatching(/^We cannot find this/),
    ]);
  });

  it('is held where a challenge is due, gets everybody’s answer, and is not mailed (T-09)', async () => {
    const { documentId } = await make.action({ challenge: 'always' });
    const other = await sign((await make.action()).documentId);
    const answer = await sign(documentId);
    expect([answer.status, answer.text]).toEqual([other.status, other.text]);
    expect(await supporters.submissions(documentId)).toMatchObject([
      { state: 'held', held_because: 'no-challenge' },
    ]);
    expect(await supporters.outbox(documentId)).toEqual([]);
  });

  it('confirms, withdraws and says “this was not me” by the code or the link of a mail', async () => {
    const { documentId } = await make.action();
    const email = someEmail();
    await sign(documentId, { email });
    const { confirm, reject } = await supporters.tokens(email);
    const confirmed = await post('confirm', { token: ` ${confirm}\r\n` });
    expect([confirmed.status, saidOn(confirmed)]).toEqual([
      200,
      expect.stringMatching(/^Thank you Your e-mail address is confirmed/),
    ]);
    expect((await supporters.ledger(documentId)).signatures).toBe(1);
    const { withdraw } = await supporters.tokens(email, 2);
    const link = `https://act.example.org/confirm#token=${withdraw}&for=withdraw`;
    const withdrawn = await post('withdraw', { token: link, locale: 'fr' });
    expect(saidOn(withdrawn)).toMatch(/^Votre signature est retirée/);
    expect((await supporters.ledger(documentId)).signatures).toBe(0);
    const rejected = await post('reject', { token: reject });
    expect(saidOn(rejected)).toMatch(/^Thank you for telling us/);
  });

  it.each(['confirm', 'withdraw', 'reject'])(
    'is told that a code is not good, and may paste another: %s',
    async (deed) => {
      for (const token of ['', 'x', 'a'.repeat(5000), '#token=%']) {
        const answer = await post(deed, { token });
        expect([answer.status, saidOn(answer)]).toEqual([
          410,
          expect.stringMatching(/^This did not work .*Paste another code/),
        ]);
        expect(answer.text).toContain('href="../confirm?locale=en"');
      }
    },
  );

  it('can be tried on a draft: everything is checked, nothing is stored', async () => {
    const draft = await make.action({ status: 'draft' });
    const previews = app.strapi.plugin('campaign-actions').service<{
      make(subject: object): { token: string };
    }>('previews');
    const { token } = previews.make({ type: 'action', documentId: draft.documentId });
    const answer = await sign(`${draft.documentId}?preview=${token}`);
    expect([answer.status, saidOn(answer)]).toEqual([
      202,
      expect.stringMatching(/^This was a trial/),
    ]);
    expect((await sign(`${draft.documentId}?preview=${token}`, { email: 'x' })).status).toBe(400);
    expect(await supporters.submissions(draft.documentId)).toEqual([]);
    expect((await app.get(`${API}/forms/confirm`)).status).toBe(405);
  });
});
