import type { Core } from '@strapi/strapi';
import type { Fields } from './rule';

type Populate = Record<string, unknown>;

/** A populate that reads a type or component with every component below it. */
export const populateAll = (strapi: Core.Strapi, uid: string): Populate => {
  const populate: Populate = {};
  const { attributes } = strapi.getModel(uid as 'admin::user');
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute.type === 'component') {
      populate[name] = { populate: populateAll(strapi, attribute.component) };
    } else if (attribute.type === 'dynamiczone') {
      const on = attribute.components.map((component) => [
        component,
        { populate: populateAll(strapi, component) },
      ]);
      populate[name] = { on: Object.fromEntries(on) as Populate };
    }
  }
  return populate;
};

/** What Strapi fills in by itself when a document of this type is made. */
export const defaultsOf = (strapi: Core.Strapi, uid: string): Fields => {
  const { attributes } = strapi.getModel(uid as 'admin::user');
  const withDefault = Object.entries(attributes).filter(
    ([, attribute]) => 'default' in attribute && typeof attribute.default !== 'function',
  );
  return Object.fromEntries(
    withDefault.map(([name, attribute]) => [name, (attribute as { default?: unknown }).default]),
  );
};

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isId = (value: unknown): value is number | string =>
  typeof value === 'number' || typeof value === 'string';

const isSame = (stored: unknown, given: Fields): boolean =>
  isRecord(stored) &&
  // Ids come as numbers from rows and as strings from some forms.
  isId(given.id) &&
  isId(stored.id) &&
  String(stored.id) === String(given.id) &&
  stored.__component === given.__component;

const mergeValue = (stored: unknown, given: unknown): unknown => {
  if (Array.isArray(given)) {
    const before: unknown[] = Array.isArray(stored) ? stored : [];
    return given.map((item: unknown) =>
      isRecord(item)
        ? mergeValue(
            before.find((one) => isSame(one, item)),
            item,
          )
        : item,
    );
  }
  return isRecord(given) && isSame(stored, given) ? mergeFields(stored as Fields, given) : given;
};

/**
 * What a document will say once `given` is saved over `stored`. A field that is not given stays;
 * a component keeps its other fields only when it is named by its id. Order is the given one.
 */
export const mergeFields = (stored: Fields, given: Fields): Fields => {
  const merged = { ...stored };
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) merged[name] = mergeValue(stored[name], value);
  }
  return merged;
};
