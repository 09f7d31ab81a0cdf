import type { FileContent } from '../publication/image';

type Text = string | null | undefined;
type Blocks = { type: string }[] | null | undefined;

/** What a published row of a campaign is known by. */
export interface CampaignRow {
  documentId: string;
  locale: string;
  slug: string | null;
  title: string | null;
  publishedAt: string;
}

/** The same row with all that stands on the page. */
export interface CampaignDocument extends CampaignRow {
  hero?: { figure?: Text; statement?: Text; image?: FileContent | null } | null;
  action?: string | null;
  sections?: SectionContent[] | null;
  furtherActions?: FurtherActionContent[] | null;
  scripts?: ScriptContent[] | null;
  seo?: SeoContent | null;
  share?: { text?: Text; emailSubject?: Text; emailBody?: Text } | null;
}

/** Where a campaign names actions. */
export type Naming = Pick<CampaignDocument, 'action' | 'furtherActions' | 'sections'>;

export interface FurtherActionContent {
  label?: Text;
  title?: Text;
  action?: Text;
  url?: Text;
}

export interface ScriptContent {
  name: string;
  placement?: 'head' | 'body_start' | 'body_end' | null;
  src?: Text;
  inline?: Text;
  async?: boolean | null;
  defer?: boolean | null;
  integrity?: Text;
  consentCategory?: 'necessary' | 'preferences' | 'statistics' | 'marketing' | null;
}

export interface SeoContent {
  metaTitle?: Text;
  metaDescription?: Text;
  shareImage?: FileContent | null;
  canonicalUrl?: Text;
  noIndex?: boolean | null;
}

export interface FigureContent {
  figure?: Text;
  statement?: Text;
}

export type SectionContent =
  | { __component: 'campaign-actions.section-text'; heading?: Text; body?: Blocks }
  | { __component: 'campaign-actions.section-quote'; text?: Text; name?: Text; role?: Text }
  | {
      __component: 'campaign-actions.section-image';
      image?: FileContent | null;
      alt?: Text;
      caption?: Text;
      credit?: Text;
    }
  | {
      __component: 'campaign-actions.section-figures';
      heading?: Text;
      figures?: FigureContent[] | null;
    }
  | {
      __component: 'campaign-actions.section-timeline';
      heading?: Text;
      entries?: { date?: Text; title?: Text; text?: Text }[] | null;
    }
  | {
      __component: 'campaign-actions.section-call-to-action';
      heading?: Text;
      text?: Text;
      label?: Text;
      action?: Text;
      url?: Text;
    }
  | {
      __component: 'campaign-actions.section-questions';
      heading?: Text;
      questions?: { question?: Text; answer?: Blocks }[] | null;
    };

export const ROW_FIELDS = [
  'documentId',
  'locale',
  'slug',
  'title',
  'publishedAt',
] as const satisfies (keyof CampaignRow)[];

/** Everything that stands on the page, to the last component. */
export const COMPONENTS = {
  hero: { populate: { image: true } },
  sections: {
    on: {
      'campaign-actions.section-text': true,
      'campaign-actions.section-quote': true,
      'campaign-actions.section-image': { populate: { image: true } },
      'campaign-actions.section-figures': { populate: { figures: true } },
      'campaign-actions.section-timeline': { populate: { entries: true } },
      'campaign-actions.section-call-to-action': true,
      'campaign-actions.section-questions': { populate: { questions: true } },
    },
  },
  furtherActions: true,
  scripts: true,
  seo: { populate: { shareImage: true } },
  share: true,
};
