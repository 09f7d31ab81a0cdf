import type { HoldRules } from '../guard/hold';
import { atBestLocale, localeChain } from '../publication/locale';

/** What is the same for an action in every locale, as in force: it decides about signing and counting. */
export interface Policy {
  /** documentId of the action. */
  action: string;
  kind: 'petition' | 'letter' | 'email' | 'call';
  sensitive: boolean;
  confirmation: 'required' | 'none';
  challenge: 'never' | 'when-busy' | 'always';
  opensAt: Date | null;
  closesAt: Date | null;
  /** When the row it was copied from was published. */
  publishedAt: Date;
  /** When it was unpublished; null while it is published. */
  unpublishedAt: Date | null;
  /** When its supporters' data were destroyed; it closed with that, for good. */
  shreddedAt: Date | null;
  goal: number | null;
  goalStepsUp: boolean;
  displayFrom: number;
  hideSplit: boolean;
  holds: HoldRules;
  /** Whether whoever does not confirm is reminded once; `usual`: unless signers are at risk. */
  reminder: 'usual' | 'always' | 'never';
  /** Whether those who agreed are named in public: never where signers are at risk. */
  showSupporters: boolean;
  /** Months after closing; null: as everywhere. */
  retentionMonths: number | null;
  defaultLocale: string;
  /** Every published locale; while the action is unpublished, those it had. */
  locales: Record<string, PublishedLocale>;
}

/** What the policies table keeps of one published locale, so that signing and counting read it alone. */
export interface PublishedLocale {
  slug: string | null;
  /** ICU message with `count`. */
  counterLabel: string | null;
  formVersion: string;
}

export type ActionState = 'scheduled' | 'open' | 'closed';

export const stateOf = (policy: Policy, now: Date): ActionState => {
  const closedAt = closingTime(policy);
  if (closedAt && closedAt <= now) return 'closed';
  return policy.opensAt && policy.opensAt > now ? 'scheduled' : 'open';
};

/** When it closes or closed, whatever of its closing date and its end came first; null: never. */
export const closingTime = ({
  closesAt,
  unpublishedAt,
  shreddedAt,
}: Pick<Policy, 'closesAt' | 'unpublishedAt' | 'shreddedAt'>): Date | null => {
  const moments = [closesAt, unpublishedAt, shreddedAt].filter((moment) => moment !== null);
  return moments.sort((a, b) => Number(a) - Number(b))[0] ?? null;
};

/** When its state changes by itself, if it will; between now and then it is what it is. */
export const nextChange = (policy: Policy, now: Date): Date | null => {
  const moments = [policy.opensAt, closingTime(policy)].filter((moment) => moment !== null);
  const coming = moments.filter((moment) => moment > now).sort((a, b) => Number(a) - Number(b));
  return coming[0] ?? null;
};

export const GRACE_MS = 24 * 60 * 60 * 1000;

/** A confirmation is taken until 24 hours after closing. */
export const takesConfirmation = (policy: Policy, now: Date): boolean => {
  const closedAt = closingTime(policy);
  return closedAt === null || now.getTime() <= closedAt.getTime() + GRACE_MS;
};

/** Whether whoever does not confirm is reminded. */
export const reminds = ({ reminder, sensitive }: Policy): boolean =>
  reminder === 'always' || (reminder === 'usual' && !sensitive);

/** What is published in the locale nearest to the one asked for; nothing while it is unpublished. */
export const nearestTo = (
  { locales, defaultLocale }: Policy,
  asked: string | null,
): (PublishedLocale & { locale: string }) | undefined => {
  // Almost always the very one that is asked for; a chain of locales takes longer than sealing.
  const locale = asked ?? defaultLocale;
  const exact = Object.hasOwn(locales, locale) ? locales[locale] : undefined;
  return exact ? { ...exact, locale } : atBestLocale(locales, localeChain(asked, defaultLocale));
};
