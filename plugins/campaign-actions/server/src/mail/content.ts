import type { Core } from '@strapi/strapi';
import { options } from '../config';
import { readOrganisation } from '../organisation/read';
import { ACTION, API_PATH } from '../plugin';
import { localeChain } from '../publication/locale';
import { defaultLocale } from '../publication/site-locales';
import type { MailContent } from './compose';
import { type MailsContent, ownTexts } from './own-text';

export interface MailSettings {
  organisation: string;
  fromAddress: string;
  /** Page that the links open, in the supporter's language; the token goes behind `#`. */
  pageUrl: string;
}

/** What mail says that editors decide. */
export interface MailContents {
  settings(locale: string): Promise<MailSettings>;
  /** Of what is published, in one locale. */
  of(action: string, locale: string): Promise<MailContent>;
}

export const readSettings = async (strapi: Core.Strapi, locale: string): Promise<MailSettings> => {
  const { mailFrom, publicUrl } = options(strapi);
  const chain = localeChain(locale, await defaultLocale(strapi));
  const organisation = await readOrganisation(strapi, chain);
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const ownPage = `${publicUrl}${prefix}/${API_PATH}/confirm?locale=${encodeURIComponent(locale)}`;
  return {
    organisation: organisation?.name ?? '',
    fromAddress: mailFrom,
    pageUrl: organisation?.confirmPageUrl || ownPage,
  };
};

export const readContent = async (
  strapi: Core.Strapi,
  documentId: string,
  { locale, status }: { locale: string; status: 'draft' | 'published' },
): Promise<MailContent> => {
  const found: unknown = await strapi
    .documents(ACTION)
    .findOne({ documentId, locale, status, populate: { mails: true } } as never);
  const action = found as { title?: string | null; mails?: MailsContent | null } | null;
  return { title: action?.title ?? null, own: ownTexts(action?.mails) };
};

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

export const createMailContents = (strapi: Core.Strapi): MailContents => {
  const contents = briefly((key: string) => {
    const [documentId = '', locale = ''] = key.split('|');
    return readContent(strapi, documentId, { locale, status: 'published' });
  });
  return {
    settings: briefly((locale) => readSettings(strapi, locale)),
    of: (action, locale) => contents(`${action}|${locale}`),
  };
};
