import type { Core } from '@strapi/strapi';
import type { Ready, Unready, Warning } from '../../../contracts/ready';
import type { Door } from '../http/door';
import { Problem, problemBody } from '../http/problems';
import { type Reply, deedReply } from '../http/reply';
import { service } from '../plugin';

const RETRY_SECONDS = 5;

const notReady = (reasons: Unready[]): Reply => {
  const problem = new Problem('not-ready');
  const { data, error } = problemBody(problem);
  const body = { data, error: { ...error, details: { ...error.details, reasons } } };
  return deedReply({ status: problem.status, body }, ['Retry-After', String(RETRY_SECONDS)]);
};

/** For load balancers and monitors; it tells nothing about anybody. */
export const readinessDoors = (strapi: Core.Strapi) => {
  const ready: Door = {
    method: 'GET',
    path: '/ready',
    async answer({ address }) {
      const { reasons, mailWaits, mailFull } = await service(strapi, 'readiness').look();
      if (reasons.length > 0) return notReady(reasons);
      const warnings: Warning[] = [];
      if (mailWaits) warnings.push('mail-waits');
      if (mailFull) warnings.push('mail-per-minute');
      // This request may be the first that came through it.
      address();
      if (service(strapi, 'whoAsks').isProxyUncounted()) warnings.push('proxy-hops');
      const body: Ready = { data: { status: 'ready', warnings } };
      return deedReply({ status: 200, body });
    },
  };
  return { ready };
};
