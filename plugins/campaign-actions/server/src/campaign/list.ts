import type { Core } from '@strapi/strapi';
import type { CampaignItem } from '../../../contracts/campaign';
import { namedActions, referTo } from '../action/named';
import { CAMPAIGN } from '../plugin';
import { defineList, type ListAsked, listPublished, onlyFields } from '../publication/list';
import type { Reader } from '../publication/reader';
import { type CampaignDocument, COMPONENTS } from './document';
import { campaignItemShape } from './shape';

const SCALARS = ['locale', 'slug', 'title', 'publishedAt'];
const LIST = defineList({
  type: CAMPAIGN,
  attributes: [...SCALARS, 'action'],
  populate: { hero: COMPONENTS.hero },
});

/** Published campaigns in one locale, each with the action it leads to. */
export const listCampaigns = async (
  strapi: Core.Strapi,
  reader: Reader,
  asked: ListAsked,
): Promise<{ data: Partial<CampaignItem>[]; meta: object }> => {
  const { documents, fields, meta } = await listPublished<CampaignDocument>(strapi, LIST, asked);
  const ids = documents.map(({ action }) => action);
  const locale = documents[0]?.locale ?? null;
  const refer = referTo(await namedActions(reader, ids, locale));
  const data = documents.map((document) =>
    onlyFields(
      campaignItemShape(document, refer(document.action), reader.publicUrl),
      SCALARS,
      fields,
    ),
  );
  return { data, meta };
};
