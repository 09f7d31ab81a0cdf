import { createHash } from 'node:crypto';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Core } from '@strapi/strapi';
import type { Made } from './make';
import { makePage } from './page';
import { oneApp } from './one-app';
import { previews } from './previews';

interface Demo {
  seed: (strapi: Core.Strapi) => Promise<string[]>;
}

/** The seed as the host has it compiled. */
const loadDemo = async (strapi: Core.Strapi): Promise<void> => {
  const { seed } = (await import(path.resolve(__dirname, '../dist/src/demo/seed.js'))) as Demo;
  await seed(strapi);
};

const EN = '/en/attacks-on-lgbti-people-in-chechnya-must-stop';
const FR = '/fr/les-attaques-contre-les-personnes-lgbti-en-tchetchenie-doivent-cesser';
const LETTER = '/en/actions/russia-homophobic-crackdown-on-chechnya-resumes';
const MOST_BYTES = 60_000;

const sha256 = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policyOf = (headers: Headers): string => headers.get('content-security-policy') ?? '';

/** What is between this and that, each time. */
const between = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const GRANTS = 'plugin::users-permissions.permission';
const MEDIA = 'https://media.example.net';

/** A section with a picture that no editor took from the media library. */
const pictureFrom = (url: string) => {
  const at = '2026-11-22T12:00:00.000Z';
  const file = { name: 'x.png', hash: 'x', ext: '.png', mime: 'image/png', size: 1, provider: 'x' };
  const size = { width: 10, height: 10 };
  const image = { url, ...file, ...size, alternativeText: 'x', createdAt: at, updatedAt: at };
  return {
    __component: 'campaign-actions.section-text',
    body: [{ type: 'image', image, children: [{ type: 'text', text: '' }] }],
  };
};

describe('The campaign page of the host', () => {
  const { app, make } = oneApp(
    async ({ app: { strapi } }) => loadDemo(strapi),
    () => Promise.resolve({ MEDIA_ORIGINS: `${MEDIA}/folder` }),
  );
  const inLanguage = (to: string, language: string) =>
    app.get(to, { headers: { 'Accept-Language': language } });

  it('is the newest campaign, in the language that the browser prefers', async () => {
    const english = await inLanguage('/', 'en-CA,fr;q=0.5');
    expect(english.status).toBe(200);
    expect(english.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(english.headers.get('vary')).toContain('Accept-Language');
    expect(english.text).toContain('<h1>Attacks on LGBTI people in Chechnya must stop</h1>');
    const french = await inLanguage('/', 'fr-CA,fr;q=0.9,en;q=0.5');
    expect(french.headers.get('content-language')).toBe('fr');
    expect(french.text).toMatch(/<html\s+lang="fr"/);
    expect(french.text).toContain('Tchétchénie doivent cesser</h1>');
    expect((await inLanguage('/?locale=fr', 'en')).headers.get('content-language')).toBe('fr');
  });

  it('has an address in each language, and each leads to the other', async () => {
    const [english, french] = await Promise.all([app.get(EN), app.get(FR)]);
    expect([english.status, french.status]).toEqual([200, 200]);
    expect(english.text).toContain(`href="${FR}"`);
    expect(french.text).toContain(`href="${EN}"`);
    expect(french.text).toContain(`rel="canonical" href="https://act.example.org${FR}"`);
  });

  it('can be read and signed without any script', async () => {
    const { text } = await app.get(EN);
    for (const words of [
      'people reported to have been tortured to death since December 2018',
      'people have taken action',
      '215 more to reach 1,000',
      'Government of Russia',
      'Some of those who escaped were resettled in Canada.',
      'Write a letter',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/<form[^>]+method="post"[^>]+\/forms\/sign\//s);
  });

  it('leads to the letter, which has a page of its own', async () => {
    expect((await app.get(EN)).text).toContain(`href="${LETTER}"`);
    const { status, text } = await app.get(LETTER);
    expect(status).toBe(200);
    expect(text).toContain('Dear President Putin,');
  });

  it('sends a policy that names every style by its hash, and asks for Trusted Types', async () => {
    for (const to of [EN, FR, LETTER]) {
      const { headers, text } = await app.get(to);
      const policy = policyOf(headers);
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'sha256-");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain(
        "require-trusted-types-for 'script'; trusted-types campaign-actions",
      );
      for (const style of between(text, /<style>([^]*?)<\/style>/g))
        expect(policy).toContain(sha256(style));
      expect(text).not.toMatch(/<[^>]+\s(style|on\w+)=/);
    }
  });

  it('loads one module that blocks nothing, kept for ever, and weighs little in all', async () => {
    const { text } = await app.get(EN);
    const scripts = between(text, /<script\s([^>]*src=[^>]*)>/g);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]).toContain('type="module"');
    const [module = ''] = between(text, /src="(\/campaign-page\/[^"]+)"/g);
    const answer = await app.get(module);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const bytes = gzipSync(text).length + gzipSync(answer.text).length;
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('comes as small as the browser can take it, and not at all where the browser has it', async () => {
    const gzip = await fetch(app.url + EN, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(await gzip.text()).toContain('<h1>');
    const plain = await app.get(EN, { headers: { 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const again = await app.get(EN, {
      headers: {
        'Accept-Encoding': 'identity',
        'If-None-Match': plain.headers.get('etag') ?? '',
        // As browsers ask; Node's fetch would forbid it.
        'Cache-Control': 'max-age=0',
      },
    });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('leads to the list of doors in the demo alone', async () => {
    expect((await app.get(EN)).text).not.toMatch(/href="\/(doors|mailbox)/);
  });

  it('has an address in every language that Strapi knows', async () => {
    for (const locale of ['es-419', 'zh-Hans-CN', 'sr-Latn-RS', 'ca-ES-valencia']) {
      await make.locale(locale);
      const { slug } = await make.campaign({ locale, title: `In ${locale}` });
      const { status, headers, text } = await app.get(`/${locale}/${slug}`);
      expect([status, headers.get('content-language')]).toEqual([200, locale]);
      expect(text).toContain(`<h1>In ${locale}</h1>`);
    }
  });

  it('says so in both languages where no campaign has that name, and leaves other paths alone', async () => {
    for (const to of ['/en/nothing', '/en/actions/nothing', '/en-CA/nothing']) {
      const { status, headers, text } = await app.get(to);
      expect([to, status, headers.get('content-type')]).toEqual([
        to,
        404,
        'text/html; charset=utf-8',
      ]);
      expect(text).toContain('There is no page at this address, or not any more.');
      expect(policyOf(headers)).toContain(
        sha256(between(text, /<style>([^]*?)<\/style>/g)[0] ?? ''),
      );
    }
    expect((await app.get('/fr-CA/rien')).text).toContain('Il n’y a pas de page à cette adresse');
    expect((await inLanguage('/xx/nothing', 'fr')).text).toContain('<html lang="fr">');
    expect((await app.get('/campaign-page/x/y.js')).status).toBe(404);
    expect((await app.get('/api/campaign-actions/ready')).status).toBe(200);
    expect((await app.get('/api/nothing')).body).toMatchObject({ error: { status: 404 } });
  });

  it('keeps out of what the API has to say, refusals included', async () => {
    const role: unknown = await app.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    const { id } = role as { id: number };
    const permissions = app.strapi.db.query(GRANTS);
    const granted = { action: 'plugin::users-permissions.user.find', role: id };
    await permissions.create({ data: granted });
    const { status, body } = await app.get('/api/users?filters[nothing]=1');
    expect([status, body]).toEqual([400, expect.objectContaining({ data: null })]);
    await permissions.deleteMany({ where: { action: granted.action } });
  });

  it('is not there where the public may not read campaigns, and other doors do not notice', async () => {
    const others = ['/api/users', '/API/users', '/api/nothing', '/admin/init'];
    const told = async () => {
      const answers = await Promise.all(others.map((to) => app.get(to)));
      return answers.map(({ status, headers }) => [status, headers.get('content-type')]);
    };
    const before = await told();
    const permissions = app.strapi.db.query(GRANTS);
    const which = { action: { $contains: 'campaign-actions.campaign' } };
    const withdrawn = (await permissions.findMany({
      where: which,
      populate: ['role'],
    })) as { action: string; role: { id: number } }[];
    expect(withdrawn).not.toEqual([]);
    await permissions.deleteMany({ where: which });
    expect(await told()).toEqual(before);
    for (const to of [EN, '/']) {
      const { status, text } = await app.get(to);
      expect([to, status]).toEqual([to, 404]);
      expect(text).toContain('There is no page at this address');
    }
    const doors = await app.get('/doors');
    expect(doors.status).toBe(200);
    expect(doors.text).not.toContain('Chechnya');
    for (const { action, role } of withdrawn)
      await permissions.create({ data: { action, role: role.id } });
    expect((await app.get(EN)).status).toBe(200);
  });

  it('loads images from here and from where the operator keeps media, whatever a text names', async () => {
    const { slug } = await make.campaign({
      sections: [pictureFrom('https://evil.example.com/x.png')],
    });
    const { headers, text } = await app.get(`/en/${slug}`);
    expect(text).toContain('https://evil.example.com/x.png');
    expect(policyOf(headers)).toContain(`img-src 'self' https://act.example.org ${MEDIA};`);
    // So does the page that thanks whoever followed a link.
    const thanking = await app.get('/confirm');
    expect(policyOf(thanking.headers)).toContain(
      `img-src 'self' https://act.example.org ${MEDIA};`,
    );
    // So does the panel, under the policy of everything else here.
    const panel = await app.get('/robots.txt');
    expect(policyOf(panel.headers)).toMatch(new RegExp(`img-src [^;]*blob:[^;]* ${MEDIA};`));
  });

  it('lets its form lead on to the page of thanks of an action that counts at once', async () => {
    const thanks = { redirectUrl: 'https://thanks.example.net/done?x=1' };
    const counted = await make.action({ confirmation: 'none', thanks });
    const asking = await make.action({ confirmation: 'required', thanks });
    const { slug } = await make.campaign({ action: counted.documentId });
    for (const [to, may] of [
      [`/en/${slug}`, "'self' https://thanks.example.net"],
      [`/en/actions/${counted.slug}`, "'self' https://thanks.example.net"],
      [`/en/actions/${asking.slug}`, "'self'"],
    ] as const)
      expect(policyOf((await app.get(to)).headers)).toContain(`form-action ${may};`);
  });

  describe('before it is published', () => {
    it('is shown to whoever has a token, says so, and is kept by nobody', async () => {
      const action = await make.action({ status: 'draft', slug: 'a-draft-action' });
      const campaign = await make.campaign({
        status: 'draft',
        slug: 'a-draft',
        title: 'A draft',
        action: action.documentId,
      });
      const preview = previews(app).token('campaign', campaign);
      const query = `status=draft&preview=${preview}`;
      const led = await app.get(`/preview?campaign=${campaign.documentId}&locale=en&${query}`);
      expect(led.status).toBe(302);
      const { status, headers, text } = await app.get(led.headers.get('location') ?? '');
      expect(status).toBe(200);
      expect(text).toContain('<h1>A draft</h1>');
      expect(text).toContain('Draft: nothing is stored.');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('etag')).toBeNull();
      const over = await app.get(`/fr/a-draft?${query}x`);
      expect([over.status, over.headers.get('referrer-policy')]).toEqual([404, 'no-referrer']);
      expect(over.text).toContain('Un lien vers un brouillon est valable pendant une heure.');
      expect((await app.get('/en/a-draft')).status).toBe(404);
      expect(app.logs.join('')).not.toContain(preview);
    });
  });

  describe('at /confirm, for links in mail', () => {
    it('is in English or French, and each leads to the other', async () => {
      for (const [query, liked, language, other] of [
        ['', 'fr-CA,fr;q=0.9', 'fr', 'en'],
        ['?locale=fr-CA', 'en', 'fr', 'en'],
        ['?locale=en', 'fr', 'en', 'fr'],
        ['?locale=de', 'de', 'en', 'fr'],
        ['?locale=de', 'fr', 'fr', 'en'],
      ] as const) {
        const { headers, text } = await inLanguage(`/confirm${query}`, liked);
        expect([query, headers.get('content-language')]).toEqual([query, language]);
        expect(text).toMatch(new RegExp(`<html\\s+lang="${language}"`));
        expect(text).toContain(`href="?locale=${other}"`);
      }
    });

    it('is kept by nobody, and runs no script but its own', async () => {
      const { status, headers, text } = await app.get('/confirm');
      expect([status, headers.get('cache-control'), headers.get('etag')]).toEqual([
        200,
        'no-store',
        null,
      ]);
      const [script = ''] = between(text, /<script>([^<]*)<\/script>/g);
      expect(policyOf(headers)).toContain(`script-src 'self' ${sha256(script)};`);
      expect(policyOf(headers)).toContain('trusted-types campaign-actions');
    });
  });

  describe('at /preview', () => {
    it.each([
      ['campaign=x', '/en/x'],
      ['campaign=x&locale=fr', '/fr/x'],
      ['action=x&locale=zh-Hans-CN', '/zh-Hans-CN/actions/x'],
      ['campaign=x&locale=', '/en/x'],
      ['campaign=evil.example.com&locale=', '/en/evil.example.com'],
      ['campaign=x&locale[]=', '/en/x'],
      ['campaign=x&locale=/evil.example.com', '/en/x'],
      ['campaign=x&locale=..', '/en/x'],
      ['campaign=//evil.example.com', '/en/%2F%2Fevil.example.com'],
      ['campaign=/\\evil.example.com', '/en/%2F%5Cevil.example.com'],
      ['campaign=x&status=draft&preview=a%26b', '/en/x?status=draft&preview=a%26b'],
    ])('%s leads to a page of this host alone', async (query, to) => {
      const { status, headers } = await app.get(`/preview?${query}`);
      expect([status, headers.get('location')]).toEqual([302, to]);
      expect(headers.get('cache-control')).toBe('no-store');
    });

    it.each(['', 'campaign=', 'action=&locale=fr', 'campaign[x]=y'])(
      'nothing is found where nothing is named: %s',
      async (query) => expect((await app.get(`/preview?${query}`)).status).toBe(404),
    );
  });

  describe('with scripts of others', () => {
    let campaign: Made;
    beforeAll(async () => {
      ({ campaign } = await makePage(app));
    });

    it('runs none on a draft, whose address holds a token', async () => {
      const preview = previews(app).token('campaign', campaign);
      const query = `status=draft&preview=${preview}`;
      const { status, headers, text } = await app.get(`/en/${campaign.slug}?${query}`);
      expect(status).toBe(200);
      expect(policyOf(headers)).toContain("script-src 'self'; style-src");
      expect(policyOf(headers)).toContain('trusted-types campaign-actions');
      expect(text).not.toContain('cdn.example.org');
    });

    it('lets those run that it lists, and no others', async () => {
      const { headers, text } = await app.get(`/en/${campaign.slug}`);
      expect(policyOf(headers)).toContain("script-src 'self' https://cdn.example.org;");
      expect(policyOf(headers)).not.toContain('trusted-types');
      // It waits for consent.
      expect(text).not.toContain('<script src="https://cdn');
      expect(text).toContain('data-scripts');
      expect(text).toContain('data-consent');
    });
  });
});

describe('The page at /, while nothing is published', () => {
  const { app } = oneApp();

  it('is the list of doors, which says how to load the demo', async () => {
    const { status, text } = await app.get('/');
    expect(status).toBe(200);
    expect(text).toContain('<code>npm run seed</code>');
  });
});
