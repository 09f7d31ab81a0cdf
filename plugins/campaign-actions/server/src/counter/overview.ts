import type { Core } from '@strapi/strapi';
import { createPolicyStore } from '../action/policy-store';
import { type ActionState, stateOf } from '../action/policy';
import { createSubmissionStore } from '../signature/store';
import { createLedgerStore } from './store';

/** The counter as the panel shows it: never hidden, never stepped, straight from the ledger. */
export interface Overview {
  total: number;
  signatures: number;
  offset: number;
  goal: number | null;
  /** To be confirmed. */
  waiting: number;
  revision: number;
  state: ActionState | 'draft';
  published: boolean;
}

export const overview = async (strapi: Core.Strapi, action: string): Promise<Overview> => {
  const { connection } = strapi.db;
  const [policy, ledger, waiting] = await Promise.all([
    createPolicyStore(connection).read(action),
    createLedgerStore(connection).read(action),
    createSubmissionStore(connection).countWaiting(action),
  ]);
  return {
    total: Math.max(0, ledger.signatures + ledger.offset),
    signatures: ledger.signatures,
    offset: ledger.offset,
    goal: policy?.goal ?? null,
    waiting,
    revision: ledger.revision,
    state: policy ? stateOf(policy, new Date()) : 'draft',
    published: policy !== null && policy.unpublishedAt === null,
  };
};
