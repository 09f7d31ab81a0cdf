import en from './content/en.json';
import fr from './content/fr.json';

/** The demo's texts by locale, the default one first. */
export const CONTENT = { en, fr };
export type Locale = keyof typeof CONTENT;
export const LOCALES = Object.keys(CONTENT) as Locale[];

type Texts = (typeof CONTENT)[Locale];

/** Strapi's rich text, a paragraph per string. */
const blocks = (paragraphs: string[]) =>
  paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));

/** Policy is the same in every language, so it stands here and not with the texts. */
export const letterIn = ({ letter }: Texts) => ({
  ...letter,
  kind: 'letter',
  sensitive: false,
  confirmation: 'required',
  challenge: 'when_busy',
  goalStepsUp: true,
  thanks: { heading: letter.thanks.heading, body: blocks(letter.thanks.body) },
});

export const petitionIn = ({ petition }: Texts, letterId: string) => ({
  ...petition,
  kind: 'petition',
  // Supporters in the region could be hurt by being known.
  sensitive: true,
  confirmation: 'required',
  challenge: 'when_busy',
  goal: 1000,
  thanks: {
    heading: petition.thanks.heading,
    body: blocks(petition.thanks.body),
    nextAction: letterId,
  },
});

export const campaignIn = (
  { campaign }: Texts,
  actions: { petition: string; letter: string },
  image: number,
) => {
  const { furtherAction, ...texts } = campaign;
  return {
    ...texts,
    action: actions.petition,
    hero: { ...campaign.hero, image },
    sections: campaign.sections.map(({ heading, body }) => ({
      __component: 'campaign-actions.section-text',
      heading,
      body: blocks(body),
    })),
    furtherActions: [{ ...furtherAction, action: actions.letter }],
    seo: { ...campaign.seo, shareImage: image },
    // The page's block of scripts is empty.
    scripts: [],
  };
};
