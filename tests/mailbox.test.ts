import path from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { mails, waitForMail } from './mails';
import { someEmail } from './make';
import { oneApp } from './one-app';

type Serve = (strapi: Core.Strapi) => void;

/** As `npm run demo` does. */
const serveMailbox = async (strapi: Core.Strapi): Promise<void> => {
  const compiled = path.resolve(__dirname, '../dist/src/mailbox/index.js');
  const { serveMailbox: serve } = (await import(compiled)) as { serveMailbox: Serve };
  serve(strapi);
};

const { app, make, supporters, restart } = oneApp(
  async (story) => {
    await story.make.organisation();
  },
  () => Promise.resolve({ PUBLIC_URL: 'http://localhost:1337' }),
);

const mailbox = (query: Record<string, string> = {}, language = 'en') =>
  app.get(`/mailbox?${new URLSearchParams(query).toString()}`, {
    headers: { 'Accept-Language': language },
  });

/** Somebody signs, and the demo writes a mail. */
const signed = async () => {
  const email = someEmail();
  await supporters.sign((await make.action()).documentId, { email });
  return { email, mail: await waitForMail(app.mailDir, email) };
};

describe('The mailbox of the demo', () => {
  it('is there in the demo alone: no setting makes a host serve it', async () => {
    expect((await mailbox()).status).toBe(404);
  });

  describe('in the demo', () => {
    beforeAll(() => serveMailbox(app.strapi));

    it('is led to from campaign pages, as is the list of doors', async () => {
      const { slug } = await make.campaign();
      const { text } = await app.get(`/en/${slug}`);
      expect(text).toContain('href="/mailbox?locale=en"');
      expect(text).toContain('href="/doors"');
    });

    it('says what it is, in both languages, while there is no mail', async () => {
      const english = await mailbox();
      expect([english.status, english.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(english.text).toContain('This mailbox exists only in the demo.');
      expect(english.text).toContain('No mail yet');
      const french = await mailbox({}, 'fr-CA');
      expect(french.text).toContain('n’existe que dans la démonstration');
      expect((await mailbox({ locale: 'fr' })).text).toContain('<html lang="fr">');
    });

    it('lists mails, the newest first, and tells the page when there is another', async () => {
      const first = await signed();
      const before = (await mailbox({ part: 'newest' })).text;
      const second = await signed();
      const { text } = await mailbox();
      expect(text.indexOf(second.email)).toBeLessThan(text.indexOf(first.email));
      expect(text).toContain('Please confirm your e-mail address');
      const after = (await mailbox({ part: 'newest' })).text;
      expect(after).not.toBe(before);
      expect(text).toContain(`data-newest="${after}"`);
    });

    it('shows one, as it looks and as text, with links to click', async () => {
      const { email, mail } = await signed();
      const name = path.basename(mail.file);
      const { text, headers } = await mailbox({ mail: name });
      expect(text).toContain(`<dd>${email}</dd>`);
      expect(text).toContain(`<a href="${mail.links[0]?.replace('&', '&amp;')}">`);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|\*/);
      const shown = await mailbox({ mail: name, part: 'html' });
      expect(shown.text).toMatch(/^<!doctype html>[\s\S]*<head><base target="_top">/i);
      const policy = shown.headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(
        /^default-src 'none';.*sandbox allow-top-navigation-by-user-activation$/,
      );
      expect(policy).not.toMatch(/allow-scripts|script-src/);
    });

    it('reads no other file, and says that there is no such mail', async () => {
      await writeFile(app.file('secret.eml'), 'Subject: secret\r\n\r\nsecret');
      for (const name of ['../secret.eml', 'nothing.eml', '', '../../etc/passwd']) {
        const { status, text } = await mailbox({ mail: name });
        expect([name, status]).toEqual([name, 404]);
        expect(text).not.toContain('Subject: secret');
      }
      expect((await mails(app.mailDir)).length).toBeGreaterThan(0);
    });

    it('writes no token into the log', async () => {
      const { mail } = await signed();
      await mailbox({ mail: path.basename(mail.file) });
      expect(app.logs.filter((line) => line.includes(path.basename(mail.file)))).toEqual([]);
    });
  });

  it.each(['https://act.example.org', 'http://192.168.1.20:1337', 'http://127.0.0.1.example.org'])(
    'refuses to be served where links in mail lead to another machine: %s',
    async (publicUrl) => {
      app.strapi.config.set('plugin::campaign-actions.publicUrl', publicUrl);
      await expect(serveMailbox(app.strapi)).rejects.toThrow(/for this machine alone/);
    },
  );

  it('refuses to be served where mail really leaves', async () => {
    await restart({ SMTP_URL: 'smtp://127.0.0.1:1' });
    await expect(serveMailbox(app.strapi)).rejects.toThrow(/no mail that is really sent/);
  });
});
