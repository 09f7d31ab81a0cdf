import { NO_RULES } from '../guard/hold';
import type { Policy } from './policy';

/** The policy of a plain petition in force, with what a test needs otherwise. */
export const aPolicy = (values: Partial<Policy> = {}): Policy => ({
  action: 'action-one',
  kind: 'petition',
  sensitive: false,
  confirmation: 'required',
  challenge: 'when-busy',
  opensAt: null,
  closesAt: null,
  publishedAt: new Date(0),
  unpublishedAt: null,
  shreddedAt: null,
  goal: null,
  goalStepsUp: false,
  displayFrom: 0,
  hideSplit: false,
  retentionMonths: 6,
  showSupporters: false,
  holds: NO_RULES,
  reminder: 'usual',
  defaultLocale: 'en',
  locales: {},
  ...values,
});
