import { someEmail } from './make';
import { API, type SignatureAnswer } from './signatures';
import { signing } from './signing';

interface ConsentRecord {
  formVersion: string;
  stated: boolean;
  consents: Record<string, boolean>;
}

describe('Signing', () => {
  const { app, make, supporters, restart } = signing();

  const documents = () =>
    app.strapi.documents('plugin::campaign-actions.action' as 'plugin::users-permissions.user');

  describe('the state of the action', () => {
    const HOUR = 3_600_000;
    const fromNow = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
    const code = async (action: string) => {
      const { status, body } = await supporters.sign(action, { email: someEmail() });
      return [status, body.error?.details.code];
    };

    it('is 404 while it is a draft, 409 before it opens, 410 once it closed', async () => {
      const draft = await make.action({ status: 'draft' });
      expect(await code(draft.documentId)).toEqual([404, 'not-found']);
      const later = await make.action({ opensAt: fromNow(1) });
      expect(await code(later.documentId)).toEqual([409, 'not-open-yet']);
      const over = await make.action({ closesAt: fromNow(-1) });
      expect(await code(over.documentId)).toEqual([410, 'closed']);
    });

    it('takes a late confirmation for 24 hours after closing, and no longer', async () => {
      const { documentId } = await make.action();
      const closeAt = async (closesAt: string): Promise<void> => {
        await documents().update({
          documentId,
          data: { closesAt } as never,
          status: 'published',
        } as never);
      };
      const [early, late] = [someEmail(), someEmail()];
      await supporters.sign(documentId, { email: early });
      await supporters.sign(documentId, { email: late });
      const [inTime, tooLate] = [await supporters.tokens(early), await supporters.tokens(late)];
      await closeAt(fromNow(-23.9));
      expect((await supporters.confirm(inTime.confirm)).status).toBe(200);
      await closeAt(fromNow(-24.1));
      expect((await supporters.confirm(tooLate.confirm)).status).toBe(410);
      expect(await supporters.ledger(documentId)).toMatchObject({ signatures: 1 });
    });
  });

  describe('the name in the address', () => {
    const publish = (documentId: string, locale: string, data: Record<string, unknown>) =>
      documents().update({ documentId, locale, data, status: 'published' } as never);

    it('may be a slug of former times', async () => {
      const { documentId, slug } = await make.action({ confirmation: 'none' });
      await publish(documentId, 'en', { slug: `${slug}-renamed` });
      for (const name of [slug, `${slug}-renamed`, documentId]) {
        const { status, body } = await supporters.sign(name, { email: someEmail() });
        expect([status, body.data.action]).toEqual([201, documentId]);
      }
      const { body } = await app.get<Pick<SignatureAnswer, 'data'>>(
        `${API}/actions/${slug}/counter`,
      );
      expect(body.data.action).toBe(documentId);
      await documents().unpublish({ documentId, locale: 'en' } as never);
      expect((await supporters.sign(slug, { email: someEmail() })).status).toBe(404);
    });

    it('belongs to the action that has it now, not to the one that had it', async () => {
      const before = await make.action({ confirmation: 'none' });
      await publish(before.documentId, 'en', { slug: `${before.slug}-renamed` });
      const now = await make.action({ confirmation: 'none', slug: before.slug });
      const { body } = await supporters.sign(before.slug, { email: someEmail() });
      expect(body.data.action).toBe(now.documentId);
    });

    it('costs a query a second at most when it is made up, however many are tried', async () => {
      await supporters.sign('made-up', { email: someEmail() });
      const asked: string[] = [];
      const note = ({ sql }: { sql: string }) => asked.push(sql);
      app.strapi.db.connection.on('query', note);
      const startedAt = Date.now();
      for (let i = 0; i < 100; i += 1) {
        expect((await supporters.sign(`made-up-${i}`, { email: someEmail() })).status).toBe(404);
      }
      const seconds = Math.ceil((Date.now() - startedAt) / 1000);
      app.strapi.db.connection.off('query', note);
      const about = (table: string) => asked.filter((sql) => sql.includes(table)).length;
      expect(about('campaign_actions_past_slugs')).toBeLessThanOrEqual(seconds + 1);
      expect(about('campaign_actions_policies')).toBeLessThanOrEqual(seconds + 1);
    });

    it('is looked up, as the form is, in the locale nearest to the one asked for', async () => {
      const made = await make.action({ confirmation: 'none' });
      const french = await publish(made.documentId, 'fr', {
        title: 'Signez',
        slug: `${made.slug}-fr`,
        statement: 'Exhortez les responsables à agir.',
        form: { fields: [{ field: 'city', label: 'Ville', required: true }] },
      });
      const other = await make.action({ confirmation: 'none', slug: `${made.slug}-fr` });
      const slug = (french as { slug: string } | null)?.slug ?? '';

      const answer = await app.post<SignatureAnswer>(`${API}/actions/${slug}/signatures`, {
        data: { email: someEmail(), city: 'Gatineau', locale: 'fr-CA' },
      });
      expect([answer.status, answer.body.data.action]).toEqual([201, made.documentId]);
      const [row] = await supporters.register(made.documentId);
      expect(row?.consents).toContain('"locale":"fr"');
      const english = await supporters.sign(slug, { email: someEmail(), locale: 'en-GB' });
      expect([english.status, english.body.data.action]).toEqual([201, other.documentId]);
    });
  });

  describe('the form version (T-68)', () => {
    it('is the one in force when it is not stated, an old one when it is, and never an unknown one', async () => {
      const { documentId } = await make.action({ confirmation: 'none' });
      const versions = async (): Promise<string[]> =>
        app.strapi.db
          .connection('campaign_actions_form_versions')
          .where({ action: documentId })
          .pluck('version');
      const [old] = await versions();
      const form = {
        fields: [],
        consents: [{ name: 'sms', text: 'Text me.', channel: 'sms', purpose: 'marketing' }],
      };
      await documents().update({
        documentId,
        data: { form } as never,
        status: 'published',
      } as never);
      expect(await versions()).toHaveLength(2);

      const cached = await supporters.sign(documentId, {
        email: someEmail(),
        formVersion: old,
        consents: { newsletter: true },
      });
      expect(cached.status).toBe(201);
      const current = await app.post(`${API}/actions/${documentId}/signatures`, {
        data: { email: someEmail(), consents: { sms: true } },
      });
      expect(current.status).toBe(201);
      const records = (await supporters.register(documentId)).flatMap(
        (row) => JSON.parse(row.consents) as ConsentRecord[],
      );
      expect(records).toHaveLength(2);
      expect(records).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            formVersion: old,
            stated: true,
            consents: { newsletter: true },
          }),
          expect.objectContaining({ stated: false, consents: { sms: true } }),
        ]),
      );

      const unknown = await supporters.sign(documentId, {
        email: someEmail(),
        formVersion: 'f'.repeat(64),
      });
      expect([unknown.status, unknown.body.error.details.errors?.[0]?.code]).toEqual([
        400,
        'unknown-version',
      ]);
      await app.strapi.db
        .connection('campaign_actions_form_versions')
        .where({ version: old })
        .update({ withdrawn_on: '2026-01-01' });
      await restart();
      const withdrawn = await supporters.sign(documentId, { email: someEmail(), formVersion: old });
      expect([withdrawn.status, withdrawn.body.error.details.code]).toEqual([
        409,
        'form-withdrawn',
      ]);
    });
  });
});
