import type { App } from './app';
import { type Made, maker } from './make';

/** A campaign in English with one of everything, its petition, and the letter action it leads to. */
export const makePage = async (
  app: App,
  status: 'published' | 'draft' = 'published',
): Promise<{ petition: Made; letter: Made; campaign: Made }> => {
  const make = maker(app);
  const logo: unknown = await app.strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'logo.png',
      hash: 'logo',
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: '/uploads/logo.png',
      width: 320,
      height: 120,
      alternativeText: 'A candle',
      provider: 'local',
    },
  });
  const { id: file } = logo as { id: number };
  await make.organisation({
    logo: file,
    confirmPageUrl: 'https://act.example.org/confirm',
    shareHandles: [{ network: 'bluesky', handle: '@example.org' }],
  });
  const letter = await make.action({
    status,
    title: 'Write a letter',
    slug: 'write-a-letter',
    kind: 'letter',
    letter: {
      salutation: 'Dear President,',
      talkingPoints: 'Be polite.\nBe brief.',
      recipientName: 'The President',
    },
    call: { numbers: [{ label: 'Embassy', number: '+1 613 555 0100' }] },
  });
  const petition = await make.action({
    status,
    slug: 'stop-it',
    sensitive: true,
    thanks: { heading: 'Thank you', nextAction: letter.documentId },
    externalIds: [{ system: 'salesforce', externalId: '7013' }],
  });
  const campaign = await make.campaign({
    status,
    slug: 'attacks-must-stop',
    action: petition.documentId,
    hero: { figure: '2', statement: 'people', image: file },
    sections: [
      {
        __component: 'campaign-actions.section-text',
        heading: '2017 attacks',
        body: [{ type: 'paragraph', children: [{ type: 'text', text: 'On April 1 …' }] }],
      },
      { __component: 'campaign-actions.section-quote', text: 'Never again.', name: 'Ayşe' },
      { __component: 'campaign-actions.section-image', image: file, alt: 'Protest' },
      {
        __component: 'campaign-actions.section-figures',
        figures: [{ figure: '40', statement: 'detained' }],
      },
      {
        __component: 'campaign-actions.section-timeline',
        entries: [{ date: 'April 2017', text: 'First reports' }],
      },
      {
        __component: 'campaign-actions.section-call-to-action',
        label: 'Write',
        action: letter.documentId,
      },
      {
        __component: 'campaign-actions.section-questions',
        questions: [
          {
            question: 'Why?',
            answer: [{ type: 'paragraph', children: [{ type: 'text', text: 'Because.' }] }],
          },
        ],
      },
    ],
    furtherActions: [{ label: 'Write a letter', title: 'Resumes', action: letter.documentId }],
    scripts: [
      { name: 'tag', src: 'https://cdn.example.org/tag.js', placement: 'body_end' },
      { name: 'own', inline: 'window.dataLayer = []', async: false },
    ],
    seo: { metaTitle: 'Stop', shareImage: file },
    share: { text: 'Sign this' },
  });
  return { petition, letter, campaign };
};
