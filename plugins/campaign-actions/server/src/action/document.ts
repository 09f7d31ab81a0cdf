import type { FormContent } from './form';

/** What a published row of an action is known by. */
export interface ActionRow {
  documentId: string;
  locale: string;
  slug: string | null;
  title: string | null;
  publishedAt: string;
  outcome: 'none' | 'delivered' | 'won' | 'lost' | null;
}

/** The same row with its texts and components. */
export interface ActionDocument extends ActionRow {
  statement?: string | null;
  targets?: { name: string; role?: string | null; postalAddress?: string | null }[] | null;
  form?: FormContent | null;
  letter?: LetterContent | null;
  call?: CallContent | null;
  thanks?: ThanksContent | null;
  closedMessage?: string | null;
  outcomeText?: string | null;
  externalIds?: { system: string; externalId: string }[] | null;
}

export interface LetterContent {
  salutation?: string | null;
  body?: string | null;
  closing?: string | null;
  talkingPoints?: string | null;
  recipientName?: string | null;
  recipientPostalAddress?: string | null;
}

export interface CallContent {
  numbers?: { label?: string | null; number: string }[] | null;
  hours?: string | null;
  timeZone?: string | null;
  script?: string | null;
}

export interface ThanksContent {
  heading?: string | null;
  body?: { type: string }[] | null;
  redirectUrl?: string | null;
  nextAction?: string | null;
}

export const ROW_FIELDS = [
  'documentId',
  'locale',
  'slug',
  'title',
  'publishedAt',
  'outcome',
] as const satisfies (keyof ActionRow)[];

/** Every component of the row, and the components in them. */
export const COMPONENTS = {
  targets: true,
  form: { populate: { fields: true, consents: true } },
  letter: true,
  call: { populate: { numbers: true } },
  thanks: true,
  externalIds: true,
};

/** Those that decide about signing. */
export const DECIDING = { form: { populate: ['fields', 'consents'] }, holds: true };
