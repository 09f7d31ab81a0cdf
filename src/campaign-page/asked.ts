import type { Context } from 'koa';

export interface Asked {
  locale: string;
  slug: string;
  /** The token of a draft; null where the published page is asked for. */
  preview: string | null;
}

/** As Strapi names locales: `fr`, `fr-CA`, `es-419`, `zh-Hans-CN`, `ca-ES-valencia`. */
export const LOCALE = '[A-Za-z]{2,3}(?:-[A-Za-z\\d]{2,8})*';
const WHOLE_LOCALE = new RegExp(`^${LOCALE}$`);
const LONGEST = 35;

/** What names a locale; null: it does not. */
export const localeIn = (text: string | undefined): string | null =>
  text !== undefined && text.length <= LONGEST && WHOLE_LOCALE.test(text) ? text : null;

/** One value of a query, however often it was given. */
export const first = (value: unknown): string | undefined => {
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' ? one : undefined;
};

/** What is asked for by the address: a name in a language, and a draft with its token. */
export const askedBy = (ctx: Context): Asked => {
  const { locale = '', slug = '' } = ctx.params as Record<string, string>;
  const isDraft = first(ctx.query.status) === 'draft';
  return { locale, slug, preview: isDraft ? (first(ctx.query.preview) ?? null) : null };
};

export const draftQuery = (preview: string): Record<string, string> => ({
  status: 'draft',
  preview,
});
