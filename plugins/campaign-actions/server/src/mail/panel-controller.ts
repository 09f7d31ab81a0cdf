import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type PanelMails, type TestMailSent, testMailBody } from '../../../contracts/panel-mails';
import { sayProblem } from '../../../contracts/editor-problems';
import { DEFAULT_MAIL_DIR, options } from '../config';
import { editorLanguage } from '../editing/language';
import { fit } from '../http/fit';
import { createOutboxStore } from '../outbox/store';
import { ACTION } from '../plugin';
import { freshBytes } from '../privacy/random';
import { defaultLocale } from '../publication/site-locales';
import { mailOf } from './compose';
import { readContent, readSettings } from './content';
import { type SavedAction, pictures, testLetter } from './picture';
import { createSender } from './sender';

/** Enough to look at each mail, and too few to fill anybody's mailbox. */
const TESTS_PER_MINUTE = 5;

interface PanelUser {
  id: number | string;
  email: string;
}

const documentIdOf = (ctx: Context): string =>
  String((ctx.params as { documentId: string }).documentId);

/** One language that says signers are at risk is enough, published or not. */
const savedAction = async (
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<SavedAction | null> => {
  const rows: unknown = await strapi.db
    .query(ACTION)
    .findMany({ where: { documentId }, select: ['sensitive'] });
  const versions = rows as { sensitive: boolean | null }[];
  if (versions.length === 0) return null;
  return {
    content: await readContent(strapi, documentId, { locale, status: 'draft' }),
    sensitive: versions.some(({ sensitive }) => sensitive === true),
  };
};

export const mailPanel = (strapi: Core.Strapi) => {
  const tests = new RateLimiterMemory({ points: TESTS_PER_MINUTE, duration: 60 });
  const say = (problem: Parameters<typeof sayProblem>[0]): string =>
    sayProblem(problem, editorLanguage(strapi));

  const showingOf = async (action: string, locale: string) => {
    const saved = await savedAction(strapi, action, locale);
    if (!saved) throw new errors.NotFoundError('Not Found');
    return { ...saved, locale, settings: await readSettings(strapi, locale) };
  };

  return {
    show: async (ctx: Context): Promise<{ data: PanelMails }> => {
      const action = documentIdOf(ctx);
      const { locale } = ctx.query;
      const asked = typeof locale === 'string' ? locale : await defaultLocale(strapi);
      const showing = await showingOf(action, asked);
      const bounced = await createOutboxStore(strapi.db.connection).countBounced(action);
      return { data: { mails: pictures(showing), neutral: showing.sensitive, bounced } };
    },

    /** Only ever to whoever asks. */
    test: async (ctx: Context): Promise<{ data: TestMailSent }> => {
      const asked = fit(testMailBody, ctx.request.body);
      if (!asked.success) throw new errors.ValidationError('kind and locale are needed.');
      const { kind, locale } = asked.data.data;
      const { id, email: to } = ctx.state.user as PanelUser;
      const showing = await showingOf(documentIdOf(ctx), locale);
      await tests.consume(String(id)).catch(() => {
        throw new errors.RateLimitError(say('test-mails-enough'));
      });
      const { smtpUrl, mailDir } = options(strapi);
      const sender = createSender({ smtpUrl, mailDir });
      const { fromAddress } = showing.settings;
      try {
        const letter = testLetter(kind, showing);
        await sender.send(mailOf(letter, { id: freshBytes(16).toString('hex'), to, fromAddress }));
      } catch {
        throw new errors.ApplicationError(say('test-mail-refused'));
      } finally {
        sender.close();
      }
      const folder = smtpUrl ? null : path.resolve(mailDir || DEFAULT_MAIL_DIR);
      return { data: { to, folder } };
    },
  };
};
