import type { Knex } from 'knex';
import { type AuditStore, createAuditStore } from '../audit/store';
import { type LedgerStore, createLedgerStore } from '../counter/store';
import { type UsedChallengeStore, createUsedChallengeStore } from '../guard/store';
import { type Connection, durably, inVain } from '../database';
import { type ErasureStore, createErasureStore } from '../erasure/store';
import { type OutboxStore, createOutboxStore } from '../outbox/store';
import { type PublicSignatureStore, createPublicSignatureStore } from './public-signature-store';
import { type EpochStore, createEpochStore } from '../privacy/epochs';
import { type RegisterStore, createRegisterStore } from './register-store';
import { type SubmissionStore, createSubmissionStore } from './submission-store';
import { type SuppressionStore, createSuppressionStore } from './suppression-store';

/** Everything one deed may have to change together, over one connection or one transaction. */
export interface Books {
  submissions: SubmissionStore;
  usedChallenges: UsedChallengeStore;
  register: RegisterStore;
  suppressions: SuppressionStore;
  ledger: LedgerStore;
  outbox: OutboxStore;
  audit: AuditStore;
  publicSignatures: PublicSignatureStore;
  erasures: ErasureStore;
  epochs: EpochStore;
}

/** The books as they are within one transaction. */
export interface OpenBooks extends Books {
  /** Does the work and takes all of it back. */
  inVain(work: () => Promise<void>): Promise<void>;
}

export interface DurableBooks extends Books {
  /** All or nothing, and on disk once it answers. */
  durably<T>(work: (books: OpenBooks) => Promise<T>): Promise<T>;
}

const over = (connection: Connection): Books => ({
  submissions: createSubmissionStore(connection),
  usedChallenges: createUsedChallengeStore(connection),
  register: createRegisterStore(connection),
  suppressions: createSuppressionStore(connection),
  ledger: createLedgerStore(connection),
  outbox: createOutboxStore(connection),
  audit: createAuditStore(connection),
  publicSignatures: createPublicSignatureStore(connection),
  erasures: createErasureStore(connection),
  epochs: createEpochStore(connection),
});

export const createBooks = (knex: Knex): DurableBooks => ({
  ...over(knex),
  durably: (work) =>
    durably(knex, (trx) => work({ ...over(trx), inVain: (vain) => inVain(trx, vain) })),
});
