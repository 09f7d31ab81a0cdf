import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { sayProblem } from '../../../contracts/editor-problems';
import {
  type TestSignature,
  type TestSignatureState,
  testSignatureBody,
} from '../../../contracts/panel-test-signature';
import { DEFAULT_MAIL_DIR, options } from '../config';
import { editorLanguage } from '../editing/language';
import { fit } from '../http/fit';
import { Problem } from '../http/problems';
import { type PanelUser, refuse } from '../http/panel-users';
import { service } from '../plugin';

interface Tester extends PanelUser {
  email: string;
}

interface Asked {
  documentId: string;
  id: string;
}

/** Enough to try every language of an action, and too few to fill anybody's mailbox. */
const TESTS_PER_HOUR = 20;
const ID = /^[0-9a-f]{32}$/;

export const testController = ({ strapi }: { strapi: Core.Strapi }) => {
  const tests = new RateLimiterMemory({ points: TESTS_PER_HOUR, duration: 3600 });
  const say = (problem: Parameters<typeof sayProblem>[0]): string =>
    sayProblem(problem, editorLanguage(strapi));
  const asked = (ctx: Context): Asked => ctx.params as Asked;

  return {
    /** Only ever to whoever asks. */
    async start(ctx: Context): Promise<{ data: TestSignature } | ReturnType<typeof refuse>> {
      const body = fit(testSignatureBody, ctx.request.body);
      if (!body.success) throw new errors.ValidationError('locale is needed.');
      const { id: user, email, firstname } = ctx.state.user as Tester;
      const action = asked(ctx).documentId;
      await tests.consume(String(user)).catch(() => {
        throw new errors.RateLimitError(say('test-signatures-enough'));
      });
      const { locale } = body.data.data;
      try {
        const input = { action, locale, email, givenName: firstname ?? null };
        const id = await service(strapi, 'signatures').startTest(input);
        const { smtpUrl, mailDir } = options(strapi);
        const folder = smtpUrl ? null : path.resolve(mailDir || DEFAULT_MAIL_DIR);
        return { data: { id: id.toString('hex'), to: email, folder } };
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.code === 'not-found') throw new errors.ApplicationError(say('test-unpublished'));
        return refuse(ctx, error);
      }
    },

    /** The id is known to whoever started it, and to nobody else. */
    async follow(ctx: Context): Promise<{ data: TestSignatureState }> {
      const { documentId, id } = asked(ctx);
      if (!ID.test(id)) throw new errors.NotFoundError('Not Found');
      const state = await service(strapi, 'signatures').stateOfTest(
        documentId,
        Buffer.from(id, 'hex'),
      );
      return { data: { state } };
    },
  };
};
