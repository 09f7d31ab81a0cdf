import type { Core } from '@strapi/strapi';
import { DEFAULT_MAIL_DIR, options } from '../config';
import type { ClaimedItem } from '../outbox/store';
import { readOrganisation } from '../organisation/read';
import { ACTION, API_PATH, service } from '../plugin';
import { localeChain } from '../publication/locale';
import { defaultLocale } from '../publication/site-locales';
import { dayOf } from '../signature/sign';
import { createFileSender, createSmtpSender } from './sender';
import { type MailSettings, writeMail } from './write-mail';

const WAIT_AFTER_MAIL_DAYS = 7;
const FRESH_MS = 5000;

/** Remembers an answer for a few seconds: a thousand mails in a row need one look at the content. */
const briefly = <T>(ask: (key: string) => Promise<T>) => {
  const kept = new Map<string, { at: number; answer: Promise<T> }>();
  return (key: string): Promise<T> => {
    const known = kept.get(key);
    if (known && Date.now() - known.at < FRESH_MS) return known.answer;
    const answer = ask(key);
    if (kept.size > 1000) kept.clear();
    kept.set(key, { at: Date.now(), answer });
    return answer;
  };
};

export interface Postman {
  deliver(item: ClaimedItem): Promise<void>;
  /** Strikes what is delivered off the outbox; a submission's last week starts with its mail. */
  finish(items: ClaimedItem[]): Promise<void>;
  close(): void;
}

/** Carries out what the outbox asks for: writes the mail and sends it. */
export const createPostman = (strapi: Core.Strapi): Postman => {
  const { smtpUrl, mailDir, mailFrom, publicUrl } = options(strapi);
  const sender = smtpUrl
    ? createSmtpSender(smtpUrl)
    : createFileSender(mailDir || DEFAULT_MAIL_DIR);

  const settings = briefly(async (locale: string): Promise<MailSettings> => {
    const chain = localeChain(locale, await defaultLocale(strapi));
    const organisation = await readOrganisation(strapi, chain);
    const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
    const ownPage = `${publicUrl}${prefix}/${API_PATH}/confirm?locale=${encodeURIComponent(locale)}`;
    return {
      organisation: organisation?.name ?? '',
      fromAddress: mailFrom,
      pageUrl: organisation?.confirmPageUrl || ownPage,
    };
  });

  const title = briefly(async (key: string): Promise<string | null> => {
    const [documentId = '', locale] = key.split('|');
    const found = await strapi
      .documents(ACTION)
      .findOne({ documentId, locale, status: 'published' });
    return (found as { title?: string } | null)?.title ?? null;
  });

  return {
    async deliver(item) {
      const entry = await service(strapi, 'catalogue').find(item.action);
      if (!entry) return;
      const mail = await writeMail(
        {
          books: service(strapi, 'books'),
          vault: service(strapi, 'vault'),
          quarantine: service(strapi, 'quarantine'),
          policy: entry.policy,
          settings,
          title: (locale) => title(`${item.action}|${locale}`),
        },
        item,
      );
      if (mail) await sender.send(mail);
    },
    finish: (items) =>
      service(strapi, 'books').durably(async ({ submissions, outbox }) => {
        const mailed = items.filter(({ kind }) => kind === 'confirm');
        // Fourteen days from signing is what it has already, and an earlier mail's week stays.
        const week = dayOf(new Date(), WAIT_AFTER_MAIL_DAYS);
        await submissions.expireBy(
          mailed.map(({ row_id }) => row_id),
          week,
        );
        await outbox.remove(items.map(({ seq }) => seq));
      }),
    close: () => sender.close(),
  };
};
