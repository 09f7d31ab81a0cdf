import { z } from '@strapi/utils';
import { holdReason } from './panel-held';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const word = z.string().trim().min(1).max(200);
/** Any of them. */
const anyOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(200);
export const signatureId = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * Which signatures are meant: those for which everything that is given here is true. What is compared
 * with what a supporter typed takes no notice of capitals.
 */
export const conditions = z
  .strictObject({
    /** First and last day, UTC. */
    from: day,
    to: day,
    countries: anyOf(z.string().regex(/^[A-Z]{2}$/)),
    locales: anyOf(z.string().max(35)),
    channels: anyOf(z.enum(['web', 'form', 'api', 'osdi', 'import'])),
    /** Where the front end said they came from. */
    source: z
      .strictObject({
        code: word,
        utmSource: word,
        utmMedium: word,
        utmCampaign: word,
        utmContent: word,
        utmTerm: word,
      })
      .partial(),
    /** Of addresses, with their subdomains. */
    domains: anyOf(z.string().trim().min(3).max(253)),
    /** Standing in a name or the message. */
    words: anyOf(z.string().trim().min(2).max(200)),
    /** From the network of one of these signatures, on its day. */
    sameNetworkAs: anyOf(signatureId),
    /** From a network from which more than so many came within one day. */
    moreThanFromNetwork: z.int().min(1).max(1_000_000),
    /** Whether the front end said which version of the form it showed. */
    formVersion: z.enum(['stated', 'not-stated']),
    /** Set aside by one of these rules first, and let in by an editor. */
    admittedAfter: anyOf(holdReason),
  })
  .partial()
  .refine((given) => Object.keys(given).length > 0);
export type Conditions = z.infer<typeof conditions>;

/** `POST …/actions/:documentId/invalidations`: looks, and changes nothing. */
export const lookBody = z.strictObject({
  data: z.strictObject({
    /** Why, for the audit; without personal data. */
    summary: z.string().trim().min(1).max(500),
    conditions,
  }),
});

/** `POST …/invalidations/:id/start`: with the number that was shown, so that nobody starts another. */
export const startBody = z.strictObject({ data: z.strictObject({ count: z.int().min(1) }) });

/** A signature, as it may be shown to whoever decides: nothing in it names anybody. */
const sampled = z.strictObject({
  id: signatureId,
  day,
  country: z.string().nullable(),
  locale: z.string(),
  channel: z.string(),
});

export const invalidation = z.strictObject({
  id: z.string(),
  /** `looking` and then `looked` before the start; `running`, `undoing` while something changes. */
  state: z.enum(['looking', 'looked', 'running', 'cancelled', 'done', 'undoing', 'undone']),
  /** Whose step was the last. */
  who: z.string(),
  at: z.string(),
  summary: z.string(),
  /** Null when they cannot be read any more. */
  conditions: conditions.nullable(),
  /** Of how many signatures that counted; while looking, how far it came. */
  looked: z.int(),
  of: z.int(),
  /** How many are meant, and of which days. */
  count: z.int(),
  days: z.record(z.string(), z.int()),
  /** Could not be read, and are not meant. */
  unreadable: z.int(),
  /** How many of them were invalidated, and how many of those count again. */
  invalidated: z.int(),
  restored: z.int(),
  /** Withdrawn, erased or set aside by others meanwhile, and left as they were by the last run. */
  left: z.int(),
});
export type Invalidation = z.infer<typeof invalidation>;

/** `GET …/invalidations/:id`. */
export const invalidationShown = invalidation.extend({ sample: z.array(sampled) });
export type InvalidationShown = z.infer<typeof invalidationShown>;
