import type { Campaign } from '../contracts';
import { aCounter } from '../counter/counter.fixture';
import { anAction } from '../form/action.fixture';
import { headHtml } from './head';
import { pageHtml } from './html';
import type { Place } from './place';

const counter = aCounter();

const campaign: Campaign = {
  documentId: 'campaign',
  locale: 'en',
  slug: 'attacks-must-stop',
  title: 'Attacks must <stop>',
  publishedAt: '2026-11-22T12:00:00.000Z',
  organisation: {
    name: 'Example',
    url: 'https://example.org',
    logo: null,
    privacyPolicyUrl: 'https://example.org/privacy',
  },
  hero: { figure: '2', statement: 'people reported to have been tortured', image: null },
  action: anAction({
    slug: 'stop-it',
    sensitive: true,
    title: 'Attacks must <stop>',
    statement: 'Urge those responsible to act.',
    counter,
  }),
  sections: [
    { type: 'text', heading: '2017 attacks', body: [] },
    { type: 'quote', text: 'Never again.', name: 'Ayşe', role: 'Witness' },
    { type: 'figures', heading: null, figures: [{ figure: '40', statement: 'detained' }] },
    {
      type: 'timeline',
      heading: null,
      entries: [{ date: 'April 2017', title: 'First reports', text: 'In a newspaper.' }],
    },
    {
      type: 'call-to-action',
      heading: null,
      text: null,
      label: 'Write',
      action: { documentId: 'letter', slug: 'write', title: 'A letter', kind: 'letter' },
      url: null,
    },
    { type: 'questions', heading: 'Questions', questions: [{ question: 'Why?', answer: [] }] },
    { type: 'hologram' } as never,
  ],
  furtherActions: [
    {
      label: 'Write a letter',
      title: 'Resumes',
      action: {
        documentId: 'letter',
        slug: 'write',
        kind: 'letter',
        counter: { ...counter, action: 'letter', label: '12 letters', total: 12 },
      },
      url: null,
    },
  ],
  scripts: [],
  contentSecurityPolicy: { scriptSrc: [] },
  seo: null,
  share: null,
  localizations: [{ locale: 'fr', slug: 'arretez' }],
};

const place: Place = {
  baseUrl: '/api/campaign-actions',
  locale: 'en',
  pageUrl: 'https://act.example.org/en/attacks-must-stop',
  organisation: campaign.organisation,
  share: null,
  preview: null,
  actionUrl: '/{locale}/actions/{slug}',
  campaignUrl: '/{locale}/{slug}',
};

const page = (changes: Partial<Campaign> = {}, where: Partial<Place> = {}, isPart = false) =>
  pageHtml({ ...campaign, ...changes }, { ...place, ...where }, { isPart }).text;
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe('The page of a campaign', () => {
  it('has one first heading, a way past its head, and its landmarks once', () => {
    const text = page();
    expect(count(text, /<h1/g)).toBe(1);
    expect(text).toContain('<h1>Attacks must &lt;stop&gt;</h1>');
    for (const landmark of [/<main/g, /<header/g, /<footer/g])
      expect(count(text, landmark)).toBe(1);
    expect(text).toMatch(/href="#campaign-act"[^]*id="campaign-act"/);
  });

  it('leaves head and foot of a site alone when it is part of one', () => {
    const text = page({}, {}, true);
    for (const landmark of [/<main/g, /<header/g, /<footer/g])
      expect(count(text, landmark)).toBe(0);
  });

  it('needs no style and no handler in its markup, which a strict policy would refuse', () => {
    expect(page()).not.toMatch(/ style=| on[a-z]+=/);
  });

  it('leads to its other languages and to its further actions', () => {
    const text = page().replace(/\s+/g, ' ');
    expect(text).toContain('href="/fr/arretez" lang="fr" hreflang="fr"');
    expect(text).toContain('Français');
    expect(count(text, /href="\/en\/actions\/write"/g)).toBe(2);
  });

  it('calls to its own form, to a page, or to where it is done further down', () => {
    const ownAction = campaign.action;
    const call = (
      action: object,
      where: Partial<Place>,
      name = 'campaign-button',
    ): string | undefined => {
      const section = { ...{ type: 'call-to-action', heading: null, text: null, label: 'Do it' } };
      const sections = [{ ...section, action, url: null } as never];
      const text = page({ sections }, where);
      return new RegExp(`class="${name}" href="([^"]*)">Do it`).exec(text)?.[1];
    };
    const letter = { documentId: 'letter', slug: 'write', title: null, kind: 'letter' };
    expect(call(ownAction!, {})).toBe('#campaign-act');
    expect(call(ownAction!, { actionUrl: null })).toBe('#campaign-act');
    expect(call(letter, {})).toBe('/en/actions/write');
    // Its form comes there by a script.
    expect(call(letter, { actionUrl: null }, 'campaign-button campaign-by-script')).toBe(
      '#campaign-further-letter',
    );
    expect(page({}, { actionUrl: null })).toContain('id="campaign-further-letter"');
    expect(call({ ...letter, documentId: 'elsewhere' }, { actionUrl: null })).toBeUndefined();
  });

  it('offers nothing that leads nowhere', () => {
    const furtherActions = [{ label: 'Write', title: 'Resumes', action: null, url: null }];
    expect(page({ furtherActions })).not.toContain('class="campaign-further');
  });

  it('opens a further action in its place where that has no page of its own', () => {
    const text = page({}, { actionUrl: null }).replace(/\s+/g, ' ');
    expect(text).toContain('<details data-action="letter">');
    // Where no script comes there is nothing in it.
    expect(text).toContain('<section class="campaign-further campaign-by-script">');
  });

  it('says that it is a draft', () => {
    expect(page()).not.toContain('Draft: nothing is stored.');
    expect(page({}, { preview: 'token' })).toContain('Draft: nothing is stored.');
  });

  it('stands where nothing was written but a title', () => {
    const bare = { hero: null, action: null, sections: [], furtherActions: [], localizations: [] };
    const text = page({ ...bare, organisation: null }, { organisation: null, pageUrl: null });
    expect(text).toContain('<h1>');
    expect(text).not.toMatch(/>null<|undefined|class="campaign-skip"/);
  });

  it('asks for consent only where there is something to ask', () => {
    expect(page()).not.toContain('data-consent');
    const script = {
      name: 'Statistics',
      placement: 'head' as const,
      src: 'https://cdn.example.org/a.js',
      inline: null,
      integrity: 'sha384-x',
      async: true,
      defer: false,
      consentCategory: 'statistics' as const,
    };
    const text = page({ scripts: [script] });
    expect(text).toContain('data-consent');
    expect(text).not.toContain('<script src="https://cdn.example.org');
  });
});

describe('What a page says about itself', () => {
  const head = (changes: Partial<Campaign> = {}, where: Partial<Place> = {}) =>
    headHtml({ ...campaign, ...changes }, { ...place, ...where }).text.replace(/\s+/g, ' ');

  it('is its title, its address and those of its other languages', () => {
    expect(head()).toContain('<title>Attacks must &lt;stop&gt; · Example</title>');
    expect(head()).toContain('rel="canonical" href="https://act.example.org/en/attacks-must-stop"');
    expect(head()).toContain(
      'rel="alternate" href="https://act.example.org/fr/arretez" hreflang="fr"',
    );
    expect(head()).toContain('name="description" content="Urge those responsible to act."');
    expect(head()).not.toContain('noindex');
  });

  it('is what its editor wrote for search engines, if anything', () => {
    const seo = {
      metaTitle: 'Stop',
      metaDescription: 'Now',
      shareImage: { alt: null, url: '/a.jpg', width: 1, height: 2, formats: {} },
      canonicalUrl: 'https://example.org/stop',
      noIndex: true,
    };
    expect(head({ seo })).toContain('<title>Stop</title>');
    expect(head({ seo })).toContain('content="https://act.example.org/a.jpg"');
    expect(head({ seo })).toContain('rel="canonical" href="https://example.org/stop"');
    expect(head({ seo })).toContain('name="robots" content="noindex"');
  });

  it('keeps drafts out of search engines, and their address to itself', () => {
    expect(head({}, { preview: 'token' })).toContain('content="noindex"');
    expect(head({}, { preview: 'token' })).toContain('content="no-referrer"');
  });
});
