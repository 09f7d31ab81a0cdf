import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { answerNotice } from '../notice';
import { hideQuery } from '../visitor/hide-query';
import { askedBy } from './asked';
import { Refused } from './read';
import { languageIn, TEXTS } from './texts';

export type Handler = (ctx: Context, next: Next) => Promise<void>;

/** Whether there is such a page, and who may not read it, is nobody's business. */
const NOT_HERE = [401, 403, 404];

/**
 * What does not exist is left to whoever comes next, and only when nobody else has it a page says so;
 * another one while reading fails.
 */
export const orNext =
  (strapi: Core.Strapi, handler: Handler): Handler =>
  async (ctx, next) => {
    const isDraft = ctx.query.preview !== undefined;
    if (isDraft) hideQuery(ctx);
    try {
      await handler(ctx, next);
    } catch (error) {
      const language = languageIn(ctx, askedBy(ctx).locale);
      const { notHere, draftIsOver, unavailable } = TEXTS[language];
      if (error instanceof Refused && NOT_HERE.includes(error.status)) {
        await next();
        if (ctx.status === 404 && !ctx.body)
          answerNotice(ctx, language, 404, isDraft ? draftIsOver : notHere);
        return;
      }
      strapi.log.error(`[campaign page] ${error instanceof Error ? error.message : 'unknown'}`);
      ctx.set('Retry-After', '5');
      answerNotice(ctx, language, 503, unavailable);
    }
  };
