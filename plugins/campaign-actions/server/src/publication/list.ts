import type { Core } from '@strapi/strapi';
import { type Conditions, createConditions } from './conditions';
import { inBestLocale, localeChain } from './locale';
import { type Limits, paginationMeta, partAsked } from './pagination';
import { defaultLocale, siteLocales } from './site-locales';
import type { PublishedType } from './store';

/** A list of published documents: what may be asked about it, and what is read for an answer. */
export interface ListDefinition {
  type: PublishedType;
  /** The only attributes that filters, sort and fields may name. */
  attributes: readonly string[];
  populate: object;
  conditions: ReturnType<typeof createConditions>;
}

export const defineList = (definition: Omit<ListDefinition, 'conditions'>): ListDefinition => ({
  ...definition,
  conditions: createConditions(definition.attributes),
});

/** Newest first, and in one order whatever the database. */
const USUAL_SORT = ['publishedAt:desc', 'documentId:asc'];

export interface ListAsked {
  query: Record<string, unknown>;
  auth: unknown;
}

export interface Listed<Document> {
  documents: Document[];
  /** Names of the scalar keys asked for; null: all. */
  fields: string[] | null;
  meta: { pagination: ReturnType<typeof paginationMeta> };
}

const limits = (strapi: Core.Strapi): Limits => ({
  defaultLimit: Number(strapi.config.get('api.rest.defaultLimit', 25)),
  maxLimit: Number(strapi.config.get('api.rest.maxLimit', 100)) || Number.MAX_SAFE_INTEGER,
  withCount: Boolean(strapi.config.get('api.rest.withCount', true)),
});

/** The type as the public knows it: to Strapi's checks, whatever else it has does not exist. */
const publicSchema = (strapi: Core.Strapi, { type, attributes }: ListDefinition) => {
  const schema = strapi.getModel(type);
  const known = Object.entries(schema.attributes).filter(([name]) => attributes.includes(name));
  return { ...schema, options: {}, attributes: Object.fromEntries(known) };
};

const checked = async (
  strapi: Core.Strapi,
  definition: ListDefinition,
  { query, auth }: ListAsked,
): Promise<Conditions> => {
  const schema = publicSchema(strapi, definition) as never;
  const asked = { ...definition.conditions(query) };
  await strapi.contentAPI.validate.query(asked, schema, { auth });
  return strapi.contentAPI.sanitize.query(asked, schema, { auth });
};

const fieldNames = (fields: Conditions['fields']): string[] | null => {
  const names = [fields ?? '*'].flat().flatMap((field) => field.split(','));
  return names.includes('*') ? null : names.map((name) => name.trim());
};

/** A list is in one locale, the first of the chain that the site has. */
const listLocale = async (strapi: Core.Strapi, asked: unknown): Promise<string> => {
  const usual = await defaultLocale(strapi);
  const known = (await siteLocales(strapi)).map((locale) => ({ locale }));
  const chain = localeChain(typeof asked === 'string' ? asked : null, usual);
  return inBestLocale(known, chain)?.locale ?? usual;
};

/**
 * A list by Strapi's conventions, of what is published only.
 *
 * @throws ValidationError for anything that is asked about what is not public
 */
export const listPublished = async <Document>(
  strapi: Core.Strapi,
  definition: ListDefinition,
  asked: ListAsked,
): Promise<Listed<Document>> => {
  const { filters, sort = USUAL_SORT, fields } = await checked(strapi, definition, asked);
  const { start, limit, ...part } = partAsked(asked.query.pagination, limits(strapi));
  const which = {
    filters,
    locale: await listLocale(strapi, asked.query.locale),
    status: 'published',
  };
  const { populate } = definition;
  const rows: unknown = await strapi
    .documents(definition.type)
    .findMany({ ...which, sort, populate, start, limit } as never);
  const total = part.withCount
    ? await strapi.documents(definition.type).count(which as never)
    : null;
  return {
    documents: rows as Document[],
    fields: fieldNames(fields),
    meta: { pagination: paginationMeta({ start, limit, ...part }, total) },
  };
};

/** An item with no more of these scalar keys than were asked for. */
export const onlyFields = <Item extends object>(
  item: Item,
  scalars: readonly string[],
  fields: string[] | null,
): Partial<Item> => {
  if (fields === null) return item;
  const isLeftOut = (key: string) => scalars.includes(key) && !fields.includes(key);
  const kept = Object.entries(item).filter(([key]) => !isLeftOut(key));
  return Object.fromEntries(kept) as Partial<Item>;
};
