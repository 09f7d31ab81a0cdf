import type { Core } from '@strapi/strapi';
import type { PanelCounter } from '../../../contracts/panel-counter';
import { createPolicyStore } from '../action/policy-store';
import { stateOf } from '../action/policy';
import { options } from '../config';
import { goneAt } from '../retention/due';
import { service } from '../plugin';
import { createSubmissionStore } from '../signature/submission-store';
import { createLedgerStore } from './store';

/** The counter as the panel shows it: never hidden, never stepped, straight from the ledger. */
export const overview = async (strapi: Core.Strapi, action: string): Promise<PanelCounter> => {
  const { connection } = strapi.db;
  const usualMonths = options(strapi).retentionMonths;
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
    personalData: policy && {
      months: policy.retentionMonths ?? usualMonths,
      goneAt: goneAt(policy, usualMonths)?.toISOString() ?? null,
    },
    keysFit: service(strapi, 'operatorKeys').problems.length === 0,
    published: policy !== null && policy.unpublishedAt === null,
  };
};
