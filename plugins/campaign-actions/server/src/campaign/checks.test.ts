import { yup } from '@strapi/utils';
import type { Checking, Fields } from '../editing/rule';
import { campaignChecks } from './checks';

/** Id of an SVG in the media library. */
const SVG = 7;

const SAVING: Checking = {
  publishing: false,
  documentId: undefined,
  actionExists: (documentId) => Promise.resolve(documentId === 'there'),
  actionIsSensitive: (documentId) => Promise.resolve(documentId === 'at-risk'),
  scriptOrigins: ['https://cdn.example.org', 'http://localhost:3000', 'https://a.example'],
  slugIsTaken: () => Promise.resolve(false),
  hasSvg: (files) => Promise.resolve(files.some((file) => Number(file) === SVG)),
};

const problems = async (campaign: Fields, publishing = false): Promise<string[]> => {
  try {
    const context = { ...SAVING, publishing };
    await campaignChecks.validate(campaign, { strict: true, abortEarly: false, context });
    return [];
  } catch (error) {
    if (!(error instanceof yup.ValidationError)) throw error;
    return error.inner.map(({ path, message }) => `${path}: ${message}`);
  }
};

const script = (more: Fields): Fields => ({ scripts: [{ name: 'x', ...more }] });
const section = (name: string, more: Fields): Fields => ({
  sections: [
    { __component: 'campaign-actions.section-quote' },
    { __component: `campaign-actions.${name}`, ...more },
  ],
});
const SHA384 = `sha384-${'A'.repeat(64)}`;
const BAD_TEXT = [
  { type: 'paragraph', children: [{ type: 'link', url: 'javascript:x', children: [] }] },
];

describe('a campaign page, on save', () => {
  it.each<[string, Fields]>([
    ['a bare draft', {}],
    [
      'emptied fields',
      { action: null, sections: [], furtherActions: null, scripts: null, seo: null },
    ],
    [
      'an action that is there',
      { action: 'there', furtherActions: [{ action: 'there', url: '' }] },
    ],
    ['an image, or none any more', { hero: { image: { id: 1 } }, seo: { shareImage: null } }],
    ['a button that leads nowhere yet', section('section-call-to-action', {})],
    ['a script by address', script({ src: 'https://cdn.example.org/a.js', integrity: SHA384 })],
    [
      'several hashes',
      script({
        src: 'https://cdn.example.org/a.js',
        integrity: `${SHA384} sha256-${'A'.repeat(43)}=`,
      }),
    ],
    ['a script of this machine', script({ src: 'http://localhost:3000/a.js' })],
    ['a script by code', script({ inline: 'track("page")', src: '' })],
    [
      'a section of the host’s own',
      { sections: [{ __component: 'host.map', url: 'javascript:x' }] },
    ],
  ])('takes %s', async (_what, campaign) => {
    await expect(problems(campaign)).resolves.toEqual([]);
  });

  it.each<[string, Fields, string]>([
    ['an action that is gone', { action: 'gone' }, 'action: action-unknown'],
    [
      'a further action that is gone',
      { furtherActions: [{ action: 'gone' }] },
      'furtherActions[0].action: action-unknown',
    ],
    [
      'a section’s action that is gone',
      section('section-call-to-action', { action: 'gone' }),
      'sections[1].action: action-unknown',
    ],
    [
      'a link with a script',
      { furtherActions: [{ url: 'javascript:alert(1)' }] },
      'furtherActions[0].url: link-invalid',
    ],
    [
      'a section’s link with data',
      section('section-call-to-action', { url: 'data:text/html,x' }),
      'sections[1].url: link-invalid',
    ],
    [
      'rich text with a script',
      section('section-text', { body: BAD_TEXT }),
      'sections[1].body: blocks-link',
    ],
    [
      'an answer with a script',
      section('section-questions', { questions: [{ answer: [] }, { answer: BAD_TEXT }] }),
      'sections[1].questions[1].answer: blocks-link',
    ],
    ...[SVG, String(SVG), { id: SVG }, [SVG], { set: [{ id: SVG }] }, { connect: [SVG] }].map(
      (image): [string, Fields, string] => [
        `an SVG, given as ${JSON.stringify(image)}`,
        { hero: { image } },
        'hero.image: image-svg',
      ],
    ),
    [
      'an SVG in a section',
      section('section-image', { image: SVG }),
      'sections[1].image: image-svg',
    ],
    ['an SVG to share', { seo: { shareImage: SVG } }, 'seo.shareImage: image-svg'],
    ['an empty script', script({}), 'scripts[0].src: script-empty'],
    [
      'a script by address and code',
      script({ src: 'https://a.example/a.js', inline: 'x()' }),
      'scripts[0].inline: script-twice',
    ],
    [
      'a script over http',
      script({ src: 'http://a.example/a.js' }),
      'scripts[0].src: script-address-invalid',
    ],
    [
      'a script of data',
      script({ src: 'data:text/javascript,x()' }),
      'scripts[0].src: script-address-invalid',
    ],
    [
      'a script of javascript',
      script({ src: 'javascript:x()' }),
      'scripts[0].src: script-address-invalid',
    ],
    ['code with tags', script({ inline: '<script>x()</script>' }), 'scripts[0].inline: script-tag'],
    ['code that hides its end', script({ inline: 'x("<!--")' }), 'scripts[0].inline: script-tag'],
    [
      'a hash of md5',
      script({ src: 'https://a.example/a.js', integrity: 'md5-AAAA' }),
      'scripts[0].integrity: integrity-invalid',
    ],
    [
      'half a hash',
      script({ src: 'https://a.example/a.js', integrity: 'sha384-AAAA' }),
      'scripts[0].integrity: integrity-invalid',
    ],
    [
      'a hash with a tail',
      script({ src: 'https://a.example/a.js', integrity: `${SHA384}x` }),
      'scripts[0].integrity: integrity-invalid',
    ],
    [
      'a canonical address without scheme',
      { seo: { canonicalUrl: 'amnesty.ca' } },
      'seo.canonicalUrl: web-address-invalid',
    ],
  ])('refuses %s', async (_what, campaign, problem) => {
    await expect(problems(campaign)).resolves.toEqual([problem]);
  });
});

describe('a campaign page, on publish', () => {
  it.each<[Fields, string[]]>([
    [{ furtherActions: [{ action: '' }] }, ['furtherActions[0].url: destination-missing']],
    [section('section-call-to-action', {}), ['sections[1].url: destination-missing']],
    [{ furtherActions: [{ action: 'there' }, { url: 'https://example.org' }] }, []],
  ])('%j needs %j', async (campaign, expected) => {
    await expect(problems(campaign, true)).resolves.toEqual(expected);
  });
});
