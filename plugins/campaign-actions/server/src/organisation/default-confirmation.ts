import type { Core } from '@strapi/strapi';
import { ORGANISATION } from '../plugin';

/** Whether new actions ask to confirm by mail; they do until the organisation says otherwise. */
export const defaultConfirmation = async (strapi: Core.Strapi): Promise<string> => {
  const row = (await strapi.db
    .query(ORGANISATION)
    .findOne({ select: ['defaultConfirmation'] })) as { defaultConfirmation?: string } | null;
  return row?.defaultConfirmation ?? 'required';
};
