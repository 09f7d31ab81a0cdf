import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { hideQuery } from '../visitor/hide-query';
import { languageOf } from '../visitor/language';
import { MAIL_POLICY, PAGE_POLICY, gonePage, listPage, mailDocument, mailPage } from './page';
import { openMailbox } from './read';

const MOST_LISTED = 50;

const served = new WeakSet<Core.Strapi>();

/** Whether this host is a demo that shows its mail. */
export const hasMailbox = (strapi: Core.Strapi): boolean => served.has(strapi);

const LOCAL = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether an address is this machine's own: then nobody else is meant to come. */
const isLocal = (url: string): boolean => URL.canParse(url) && LOCAL.test(new URL(url).hostname);

/** Whoever can read mail can confirm in everybody's name. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};

/**
 * Shows, at `/mailbox`, the mails that were written as files. No setting switches it on: `npm run demo`
 * calls this between loading Strapi and starting it, and nothing else does.
 *
 * @throws Error where mail really leaves, since the folder is not what people get then, and where links
 * in mail lead to another machine than this: that is no demo
 */
export const serveMailbox = (strapi: Core.Strapi): void => {
  const { smtpUrl, mailDir, publicUrl } = strapi.config.get<
    Record<'smtpUrl' | 'mailDir' | 'publicUrl', string>
  >('plugin::campaign-actions');
  if (smtpUrl !== '') throw new Error('The mailbox of the demo shows no mail that is really sent.');
  if (!isLocal(publicUrl))
    throw new Error(
      `The mailbox of the demo is for this machine alone, and PUBLIC_URL is ${publicUrl}: leave that out, or name SMTP_URL.`,
    );
  served.add(strapi);
  const mailbox = openMailbox(mailDir || '.tmp/mail');

  const show = async (ctx: Context): Promise<void> => {
    const language = languageOf(ctx);
    const { mail: name, part } = ctx.query;
    ctx.set(HEADERS);
    ctx.set('Content-Language', language);
    ctx.set('Content-Security-Policy', PAGE_POLICY);
    const names = await mailbox.names();
    if (part === 'newest') {
      ctx.type = 'text';
      ctx.body = names[0] ?? '';
      return;
    }
    ctx.type = 'html';
    if (typeof name !== 'string') {
      const mails = await Promise.all(
        names.slice(0, MOST_LISTED).map((each) => mailbox.mail(each)),
      );
      const there = mails.filter((mail) => mail !== null);
      ctx.body = listPage(language, there, names.length);
      return;
    }
    const mail = await mailbox.mail(name);
    if (!mail) {
      ctx.status = 404;
      ctx.body = gonePage(language);
    } else if (part === 'html') {
      ctx.set('Content-Security-Policy', MAIL_POLICY);
      ctx.set('X-Frame-Options', 'SAMEORIGIN');
      ctx.body = mailDocument(mail);
    } else ctx.body = mailPage(language, mail);
  };

  strapi.server.use(async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.path !== '/mailbox' || !['GET', 'HEAD'].includes(ctx.method))
      return void (await next());
    hideQuery(ctx);
    await show(ctx);
  });
};
