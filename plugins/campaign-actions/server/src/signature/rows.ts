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
}

export interface SubmissionRow extends SharedColumns {
  state: 'waiting' | 'held' | 'done' | 'rejected';
  suppression: Buffer | null;
  held_because: string | null;
  expires_on: string;
}

export interface RegisterRow extends SharedColumns {
  state: 'counted' | 'invalidated' | 'anonymised';
  email_index: Buffer | null;
  index_key: string | null;
  index_table: number | null;
}

/** Whether a row of the register is part of the ledger's number. */
export const counts = (state: RegisterRow['state']): boolean => state !== 'invalidated';
