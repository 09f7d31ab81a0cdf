import type { Tally } from '../counter/store';

/** Under what one signature is tallied: with all others, by its source, by each consent given. */
export type TallyName = Pick<Tally, 'kind' | 'name'>;

const ALL: TallyName = { kind: 'all', name: '' };

/** @param source as capped for the day */
export const tallyNames = (source: string | null, consents: readonly string[]): TallyName[] => [
  ALL,
  ...(source ? [{ kind: 'source' as const, name: source }] : []),
  ...consents.map((name) => ({ kind: 'consent' as const, name })),
];
