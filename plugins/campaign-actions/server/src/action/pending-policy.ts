import { type PolicySetting, policySettings } from '../../../contracts/panel-policy';
import { type SettingsRow, settingsOf } from './copy-policy';
import type { Policy } from './policy';
import type { Outcome } from './shape';

/** A draft as far as it decides about the action in every locale. */
export interface DraftSettings extends SettingsRow {
  sensitive: boolean | null;
  outcome: Outcome | null;
}

type Copied = Exclude<PolicySetting, 'sensitive' | 'outcome'>;

/** Copied into the policy as they stand; those two are judged below. */
const COPIED = policySettings.filter(
  (setting): setting is Copied => setting !== 'sensitive' && setting !== 'outcome',
);

const plain = (value: unknown): string => JSON.stringify(value);

/**
 * What a draft says and the policy in force does not. That signers are at risk holds as soon as any
 * locale that says so is published, and confirmation with it: neither waits for the default locale.
 */
export const pendingSettings = (
  draft: DraftSettings,
  inForce: Policy,
  outcome: Outcome,
): PolicySetting[] => {
  const wanted = settingsOf(draft);
  const pending: PolicySetting[] = COPIED.filter(
    (setting) => plain(wanted[setting]) !== plain(inForce[setting]),
  ).filter((setting) => !(setting === 'confirmation' && draft.sensitive));
  if (inForce.sensitive && !draft.sensitive) pending.push('sensitive');
  if ((draft.outcome ?? 'none') !== outcome) pending.push('outcome');
  return pending;
};
