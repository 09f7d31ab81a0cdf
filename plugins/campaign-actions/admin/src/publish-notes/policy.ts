import type { PendingPolicy, PolicySetting } from '../../../contracts/panel-policy';

/** What the panel knows of the draft on the screen. */
export interface DraftOnScreen {
  locale: string;
  /** The content-manager's word: `published` when nothing was changed since. */
  status: string | undefined;
}

export interface PolicyNote {
  settings: PolicySetting[];
  /** The locale to publish. */
  locale: string;
}

/**
 * Which settings to warn about; null when there is nothing to say. Where publishing what is on the
 * screen puts everything in force, as an editor expects, no note says so.
 */
export const policyNote = (
  { settings, locale: canonical }: PendingPolicy,
  { locale, status }: DraftOnScreen,
): PolicyNote | null => {
  if (settings.length === 0 || canonical === null) return null;
  const publishesIt = locale === canonical && status !== 'published';
  return publishesIt ? null : { settings, locale: canonical };
};
