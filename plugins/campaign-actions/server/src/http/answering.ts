import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { Problem, problemBody } from './problems';

const RETRY_SECONDS = 5;

/** What a public door gives back: a status and a JSON body. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Writes a problem as Strapi's error body. */
export const writeProblem = (ctx: Context, problem: Problem): void => {
  ctx.status = problem.status;
  ctx.body = problemBody(problem);
  ctx.set('Cache-Control', 'no-store');
  if (problem.retryAfter !== null) ctx.set('Retry-After', String(problem.retryAfter));
};

/**
 * Wraps a deed behind a public door that changes something. Whatever goes wrong unexpectedly is 503
 * with a time to try again, and the log learns its class alone: messages can hold what was sent.
 */
export const answering =
  (strapi: Core.Strapi, deed: (ctx: Context) => Promise<Answer>) =>
  async (ctx: Context): Promise<void> => {
    try {
      const { status, body } = await deed(ctx);
      ctx.status = status;
      ctx.body = body;
      ctx.set('Cache-Control', 'no-store');
    } catch (error) {
      if (error instanceof Problem) return writeProblem(ctx, error);
      strapi.log.error(`[campaign-actions] ${fingerprint(error)}`);
      writeProblem(ctx, new Problem('unavailable', [], RETRY_SECONDS));
    }
  };

/** Class, driver code and the place in our own code: enough to find it, nothing that was sent. */
export const fingerprint = (error: unknown): string => {
  if (!(error instanceof Error)) return 'an unknown error';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const place =
    error.stack
      ?.split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim() ?? '';
  return `${error.name}${code} ${place}`;
};
