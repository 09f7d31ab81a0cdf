import type { Core } from '@strapi/strapi';
import type { ActionItem } from '../../../contracts/action';
import { ACTION } from '../plugin';
import { defineList, type ListAsked, listPublished, onlyFields } from '../publication/list';
import type { Reader } from '../publication/reader';
import type { ActionDocument } from './document';
import { namedActions } from './named';
import { actionItemShape } from './shape';

const SCALARS = [
  'locale',
  'slug',
  'kind',
  'sensitive',
  'title',
  'statement',
  'opensAt',
  'closesAt',
  'publishedAt',
];
const LIST = defineList({ type: ACTION, attributes: SCALARS, populate: {} });

/** Published actions in one locale, each with what holds for it in all. */
export const listActions = async (
  strapi: Core.Strapi,
  reader: Reader,
  asked: ListAsked,
): Promise<{ data: Partial<ActionItem>[]; meta: object }> => {
  const { documents, fields, meta } = await listPublished<ActionDocument>(strapi, LIST, asked);
  const ids = documents.map(({ documentId }) => documentId);
  const actions = await namedActions(reader, ids, null);
  const data = documents.flatMap((document) => {
    const named = actions.get(document.documentId);
    return named ? [onlyFields(actionItemShape(document, named.policy), SCALARS, fields)] : [];
  });
  return { data, meta };
};
