import { inBestLocale } from '../publication/locale';
import type { ActionRow } from './document';

/** What holds for an action in every locale, as far as the public is told. */
export interface PolicyOfRows {
  kind: 'petition' | 'letter' | 'email' | 'call';
  sensitive: boolean;
  opensAt: string | null;
  closesAt: string | null;
  confirmation: 'required' | 'none';
  challenge: 'never' | 'when-busy' | 'always';
  outcome: 'none' | 'delivered' | 'won' | 'lost';
}

const CHALLENGES = { never: 'never', when_busy: 'when-busy', always: 'always' } as const;

/**
 * Publishing one locale leaves the other locales' rows with the old policy, so that of the default
 * locale holds for all, or else the row published last (which comes first). Supporters at risk are
 * protected as soon as any row asks for it, and then always confirm.
 */
export const policyOf = (
  rows: readonly [ActionRow, ...ActionRow[]],
  defaultLocale: string,
): PolicyOfRows => {
  const row = inBestLocale(rows, [defaultLocale]) ?? rows[0];
  const sensitive = rows.some((candidate) => candidate.sensitive);
  return {
    kind: row.kind,
    sensitive,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    confirmation: sensitive ? 'required' : (row.confirmation ?? 'required'),
    challenge: CHALLENGES[row.challenge ?? 'when_busy'],
    outcome: row.outcome ?? 'none',
  };
};
