import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { type ActionChoice, actionChoicesQuery } from '../../../contracts/action-choice';
import type { PendingPolicy } from '../../../contracts/panel-policy';
import { fit } from '../http/fit';
import { defaultLocale } from '../publication/site-locales';
import { idsByTitle, rowsOf } from './choice-rows';
import { choices } from './choices';
import { readPending } from './read-pending';

const MOST_CHOICES = 50;

/** Answers the panel's picker: the named actions, or those whose title is searched for. */
export const findChoices =
  (strapi: Core.Strapi) =>
  async (ctx: Context): Promise<{ data: ActionChoice[] }> => {
    const asked = fit(actionChoicesQuery, ctx.query);
    if (!asked.success) throw new errors.ValidationError('search, ids or locale is too long.');
    const { search, ids, locale } = asked.data;
    const named = ids.split(',').filter((id) => id !== '');
    const found = named.length > 0 ? named : await idsByTitle(strapi, search, MOST_CHOICES);
    return { data: choices(await rowsOf(strapi, found.slice(0, MOST_CHOICES)), locale) };
  };

/** Answers the panel's note about settings that are saved but not in force. */
export const findPending =
  (strapi: Core.Strapi) =>
  async (ctx: Context): Promise<{ data: PendingPolicy }> => {
    const { documentId } = ctx.params as { documentId: string };
    const { locale } = ctx.query;
    const asked = typeof locale === 'string' ? locale : await defaultLocale(strapi);
    return { data: await readPending(strapi, documentId, asked) };
  };
