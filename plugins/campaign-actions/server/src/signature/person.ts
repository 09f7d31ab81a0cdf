import { z } from '@strapi/utils';
import type { source } from '../../../contracts/signing';

/** Where a supporter came from, as the front end says. */
export type Source = Record<keyof z.infer<typeof source>, string | null>;

/**
 * The personal data of one submission or signature: what is sealed, and nothing of it is kept in
 * clear but the country.
 */
export interface Person {
  /** As typed: mail goes there. */
  email: string;
  givenName: string | null;
  familyName: string | null;
  phone: string | null;
  country: string | null;
  region: string | null;
  postalCode: string | null;
  city: string | null;
  message: string | null;
  answers: Record<string, string | number | boolean | null>;
  source: Source;
  /** Exact time of sending, ISO 8601 in UTC. */
  at: string;
}

const addressed = z.object({ email: z.string() });

const dated = addressed.extend({ at: z.string() });

/** The address in an opened row, and when it was sent. @throws when what was opened is no person. */
export const personOf = (opened: unknown): z.infer<typeof dated> => dated.parse(opened);

/** The address in an opened row. @throws when what was opened is no person. */
export const emailOf = (opened: unknown): string => addressed.parse(opened).email;

/** The source in an opened row, as far as it has one. */
export const sourceOf = (opened: unknown): Partial<Source> =>
  z.object({ source: z.record(z.string(), z.string().nullable()) }).safeParse(opened).data
    ?.source ?? {};
