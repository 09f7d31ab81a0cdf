import { type CompiledForm, compileForm, type FormContent, formVersion } from './form';
import { type HoldsContent, holdRulesOf } from './hold-rules';
import type { Policy, PublishedLocale } from './policy';
import type { PolicyStore } from './policy-store';

/** The settings of a row, published or draft, that are one for all locales. */
export interface SettingsRow {
  kind: Policy['kind'] | null;
  confirmation: Policy['confirmation'] | null;
  challenge: 'never' | 'when_busy' | 'always' | null;
  opensAt: string | Date | null;
  closesAt: string | Date | null;
  goal: number | null;
  goalStepsUp: boolean | null;
  displayFrom: number | null;
  hideSplit: boolean | null;
  showSupporters?: boolean | null;
  retentionMonths: number | null;
  holds?: HoldsContent | null;
  reminder: Policy['reminder'] | null;
}

/** A published row of an action, one per locale, with its form populated. */
export interface PublishedRow extends SettingsRow {
  documentId: string;
  locale: string;
  publishedAt: string | Date;
  slug: string | null;
  sensitive: boolean | null;
  counterLabel: string | null;
  form: FormContent | null;
}

const date = (value: string | Date | null): Date | null =>
  value === null ? null : new Date(value);

/**
 * The row whose values hold for every locale: the default locale's, else the one published last.
 * Strapi keeps one published row per locale, each as old as its own last publish.
 */
const canonical = (rows: PublishedRow[], defaultLocale: string): PublishedRow | undefined =>
  rows.find((row) => row.locale === defaultLocale) ??
  [...rows].sort((a, b) => Number(date(b.publishedAt)) - Number(date(a.publishedAt)))[0];

/** What the policy is once these rows are published. */
export const policyOf = (
  before: Policy | null,
  rows: PublishedRow[],
  defaultLocale: string,
  locales: Policy['locales'],
): Policy | null => {
  const row = canonical(rows, defaultLocale);
  if (!row) return null;
  const publishedAt = new Date(row.publishedAt);
  // After a publish i18n may carry shared fields over to the published rows of other locales, or may
  // not: it compares with whichever row it finds first. What was read when this row itself was
  // published stays in force.
  const inForce =
    before?.publishedAt.getTime() === publishedAt.getTime() ? before : settingsOf(row);
  // Whoever is at risk is at risk in every language, so one locale that says so is enough.
  const sensitive = rows.some((each) => each.sensitive === true);
  const confirmation = sensitive ? 'required' : inForce.confirmation;
  return {
    ...inForce,
    action: row.documentId,
    sensitive,
    confirmation,
    showSupporters: inForce.showSupporters && !sensitive && confirmation === 'required',
    publishedAt,
    unpublishedAt: null,
    shreddedAt: before?.shreddedAt ?? null,
    defaultLocale,
    locales,
  };
};

type Settings = Omit<
  Policy,
  | 'action'
  | 'sensitive'
  | 'publishedAt'
  | 'unpublishedAt'
  | 'shreddedAt'
  | 'defaultLocale'
  | 'locales'
>;

/** What a row says, with what holds where it says nothing. */
export const settingsOf = (row: SettingsRow): Settings => ({
  kind: row.kind ?? 'petition',
  confirmation: row.confirmation ?? 'required',
  challenge: row.challenge === 'when_busy' ? 'when-busy' : (row.challenge ?? 'when-busy'),
  opensAt: date(row.opensAt),
  closesAt: date(row.closesAt),
  goal: row.goal,
  goalStepsUp: row.goalStepsUp ?? false,
  displayFrom: row.displayFrom ?? 0,
  hideSplit: row.hideSplit ?? false,
  holds: holdRulesOf(row.holds),
  reminder: row.reminder ?? 'usual',
  showSupporters: row.showSupporters ?? false,
  retentionMonths: row.retentionMonths,
});

const same = (a: Policy, b: Policy): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is kept of each locale, and the forms that it names by their versions. */
export const compileLocales = (
  rows: PublishedRow[],
): { locales: Policy['locales']; forms: Map<string, CompiledForm> } => {
  const locales: Record<string, PublishedLocale> = {};
  const forms = new Map<string, CompiledForm>();
  for (const row of [...rows].sort((a, b) => a.locale.localeCompare(b.locale))) {
    const form = compileForm(row, row.locale);
    const version = formVersion(form);
    forms.set(version, form);
    locales[row.locale] = { slug: row.slug, counterLabel: row.counterLabel, formVersion: version };
  }
  return { locales, forms };
};

interface Uses {
  policies: Pick<PolicyStore, 'read' | 'write' | 'addFormVersion'>;
  now: Date;
  defaultLocale: string;
  /** Told of a form version that somebody had taken back: what is published is in force. */
  restored: (version: string) => Promise<void>;
}

/**
 * Copies what is published of an action into `policies`, the only thing that signing, counting, late
 * confirmation and mail read. Unpublished everywhere, it is marked so at that moment and keeps its
 * last rules. Nothing is written when nothing changed. Runs in the publish's own transaction.
 *
 * @returns the policy in force; null while it was never published
 */
export const copyPolicy = async (
  { policies, now, defaultLocale, restored }: Uses,
  action: string,
  rows: PublishedRow[],
): Promise<Policy | null> => {
  const before = await policies.read(action);
  const { locales, forms } = compileLocales(rows);
  const day = now.toISOString().slice(0, 10);
  for (const [version, form] of forms)
    if (await policies.addFormVersion(action, version, form, day)) await restored(version);
  const published = policyOf(before, rows, defaultLocale, locales);
  if (published) {
    if (!before || !same(before, published)) await policies.write(published);
    return published;
  }
  if (before?.unpublishedAt !== null) return before;
  const closed = { ...before, unpublishedAt: now };
  await policies.write(closed);
  return closed;
};
