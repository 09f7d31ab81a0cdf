import type { EmailIndex, Suppression } from '../privacy/vault';
import type { Channel } from './consent-record';

/** What a submission and a signature share: the columns that move from one to the other unchanged. */
export interface SharedColumns {
  /** Random, 16 bytes; a confirmed submission and its signature have the same. */
  id: Buffer;
  /** documentId of the action. */
  action: string;
  channel: Channel;
  rule: 'required' | 'none';
  locale: string;
  country: string | null;
  day: string;
  consents: string;
  sealed: Buffer | null;
  /**
   * Of the network it came from, under the key of its day: equal for two of one day and network, and
   * nothing else. Null where nobody knew.
   */
  network: Buffer | null;
  /** By which rule it was set aside, even after an editor has let it in. */
  held_because: string | null;
}

export interface SubmissionRow extends SharedColumns {
  state: 'waiting' | 'held' | 'done' | 'rejected';
  suppression: Buffer | null;
  suppression_key: string | null;
  suppression_table: number | null;
  expires_on: string;
}

export interface RegisterRow extends SharedColumns {
  state: 'counted' | 'invalidated' | 'anonymised';
  email_index: Buffer | null;
  /** While the action's index is moved (`moveIndex`), the one that it is moved to. */
  email_index_next: Buffer | null;
  index_key: string | null;
  index_table: number | null;
  /** What it shows of its supporter: see `public-signature-store`. */
  public_signature: string | null;
}

/** The columns by which an address is found again. */
export const indexColumns = ({ hash, next, keyId, table }: EmailIndex) => ({
  email_index: hash,
  email_index_next: next,
  index_key: keyId,
  index_table: table,
});

/** The columns of a submission by which its address would be left in peace. */
export const suppressionColumns = (suppression: Suppression | null) => ({
  suppression: suppression?.hash ?? null,
  suppression_key: suppression?.keyId ?? null,
  suppression_table: suppression?.table ?? null,
});

/** Whether a row of the register is part of the ledger's number. */
export const counts = (state: RegisterRow['state']): boolean => state !== 'invalidated';

/** The order in which every transaction touches the register, so that two never wait in a circle. */
export const byAddress = (a: RegisterRow, b: RegisterRow): number =>
  a.action < b.action
    ? -1
    : a.action > b.action
      ? 1
      : Buffer.compare(a.email_index as Buffer, b.email_index as Buffer);

/** By how much each action moves, in the order in which every transaction moves the ledger. */
export const sumByAction = (moves: { action: string; by: number }[]): [string, number][] => {
  const sums = new Map<string, number>();
  for (const { action, by } of moves) sums.set(action, (sums.get(action) ?? 0) + by);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
};
