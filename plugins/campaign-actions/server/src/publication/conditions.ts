import { errors, z } from '@strapi/utils';
import { fit } from '../http/fit';

/** Strapi's words for a list, in a form that its query builder is sure to understand. */
export interface Conditions {
  filters?: object;
  sort?: unknown;
  fields?: string | string[];
}

/** No text in PostgreSQL can hold a NUL. */
const text = z
  .string()
  .max(1000)
  .regex(/^[^\0]*$/);
const order = z.enum(['asc', 'desc', 'ASC', 'DESC']);

const comparison = z.strictObject({
  ...Object.fromEntries(
    [
      ...['$eq', '$eqi', '$ne', '$nei', '$lt', '$lte', '$gt', '$gte', '$null', '$notNull'],
      ...['$contains', '$containsi', '$notContains', '$notContainsi'],
      ...['$startsWith', '$startsWithi', '$endsWith', '$endsWithi'],
    ].map((operator) => [operator, text.optional()]),
  ),
  $in: z.union([text, z.array(text)]).optional(),
  $notIn: z.union([text, z.array(text)]).optional(),
  $between: z.tuple([text, text]).optional(),
});

const condition = z.union([
  text,
  z.array(text),
  comparison.extend({ $not: comparison.optional() }),
]);

const filtersOn = (attributes: readonly string[]) => {
  const filters: z.ZodType<object> = z.lazy(() =>
    z.strictObject({
      ...Object.fromEntries(attributes.map((name) => [name, condition.optional()])),
      $and: z.array(filters).optional(),
      $or: z.array(filters).optional(),
      $not: filters.optional(),
    }),
  );
  return filters;
};

const sortBy = (attributes: readonly string[]) => {
  const orders = Object.fromEntries(attributes.map((name) => [name, order.optional()]));
  const one = z.union([text, z.strictObject(orders)]);
  return z.union([one, z.array(one)]);
};

/** What a list may be asked about: these attributes, and nothing that hangs on them. */
export const createConditions = (attributes: readonly string[]) => {
  const names = ['documentId', ...attributes];
  const shapes = {
    filters: filtersOn(names),
    sort: sortBy(names),
    fields: z.union([text, z.array(text)]),
  };

  /**
   * Takes the conditions out of a query; whatever else is in it is somebody else's.
   *
   * @throws ValidationError that says which of them cannot be
   */
  return (query: Record<string, unknown>): Conditions => {
    const conditions: Record<string, unknown> = {};
    for (const [key, shape] of Object.entries(shapes)) {
      if (query[key] === undefined || query[key] === '') continue;
      const { success, data } = fit(shape, query[key]);
      if (!success) {
        throw new errors.ValidationError(`Invalid ${key}. It may name ${names.join(', ')}.`);
      }
      conditions[key] = data;
    }
    return conditions;
  };
};
