import type { Core } from '@strapi/strapi';
import type { Counter } from '../../../contracts/counter';

/** The public counters. An action that was never published has none. */
export interface Counters {
  of(documentId: string, locale: string | null): Promise<Counter | null>;
  many(documentIds: readonly string[], locale: string | null): Promise<Map<string, Counter>>;
}

/** Stands in until the ledger is there: nobody has signed anything yet. */
export const counters = (_strapi: Core.Strapi): Counters => {
  const none = (action: string): Counter => ({
    action,
    total: 0,
    signatures: 0,
    offset: 0,
    goal: null,
    remaining: null,
    progress: null,
    label: null,
    state: 'open',
    revision: 0,
  });
  return {
    of: (documentId) =>
      Promise.resolve(/^[a-z0-9]{24}$/.test(documentId) ? none(documentId) : null),
    many: (ids) => Promise.resolve(new Map(ids.map((id) => [id, none(id)]))),
  };
};
