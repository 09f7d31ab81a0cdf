import { z } from '@strapi/utils';
import { action, actionReference } from './action';
import { counter } from './counter';
import { image } from './image';
import { listOf, one } from './list';
import { signatory } from './organisation';
import { figure, section } from './section';

const text = z.string().nullable();

const hero = z.strictObject({ ...figure.shape, image: image.nullable() });

export const furtherAction = z.strictObject({
  label: text,
  title: text,
  action: actionReference
    .omit({ title: true })
    .extend({ counter: counter.nullable().optional() })
    .nullable(),
  url: text,
});
export type FurtherAction = z.infer<typeof furtherAction>;

export const script = z.strictObject({
  name: z.string(),
  placement: z.enum(['head', 'body-start', 'body-end']),
  src: text,
  inline: text,
  integrity: text,
  async: z.boolean(),
  defer: z.boolean(),
  consentCategory: z.enum(['necessary', 'preferences', 'statistics', 'marketing']),
});
export type Script = z.infer<typeof script>;

/** The whole page in one answer. */
export const campaign = z.strictObject({
  documentId: z.string(),
  locale: z.string(),
  slug: text,
  title: text,
  publishedAt: z.iso.datetime(),
  organisation: signatory.nullable(),
  hero: hero.nullable(),
  action: action.nullable(),
  sections: z.array(section),
  furtherActions: z.array(furtherAction),
  scripts: z.array(script),
  /** What a Content-Security-Policy must allow for the scripts above to run. */
  contentSecurityPolicy: z.strictObject({ scriptSrc: z.array(z.string()) }),
  seo: z
    .strictObject({
      metaTitle: text,
      metaDescription: text,
      shareImage: image.nullable(),
      canonicalUrl: text,
      noIndex: z.boolean(),
    })
    .nullable(),
  share: z.strictObject({ text, emailSubject: text, emailBody: text }).nullable(),
  localizations: z.array(z.strictObject({ locale: z.string(), slug: text })),
});
export type Campaign = z.infer<typeof campaign>;

export const campaignItem = campaign
  .pick({
    documentId: true,
    locale: true,
    slug: true,
    title: true,
    publishedAt: true,
    hero: true,
  })
  .extend({ action: actionReference.nullable() });
export type CampaignItem = z.infer<typeof campaignItem>;

export const campaignAnswer = one(campaign);
export const campaignsAnswer = listOf(campaignItem.partial().extend({ documentId: z.string() }));
