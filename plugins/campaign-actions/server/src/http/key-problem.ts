import type { Core } from '@strapi/strapi';
import { unreadable } from '../privacy/unreadable';
import { fingerprint } from './door';
import { Problem } from './problems';

/** Somebody has to give the server its keys and start it again. */
const RETRY_SECONDS = 60;

/** What is told while the operator's keys do not fit: with them, nothing is lost. */
export const withoutKeys = (): Problem => new Problem('unavailable', [], RETRY_SECONDS);

/**
 * What is told when a deed could not open its action's keys; null for any other error. Which key it
 * was is for the operator alone, in the log.
 */
export const keyProblem = (strapi: Core.Strapi, error: unknown): Problem | null => {
  const why = unreadable(error);
  if (!why) return null;
  if (why.why === 'shredded') return new Problem('closed');
  strapi.log.error(`[campaign-actions] ${fingerprint(error)}`);
  return withoutKeys();
};
