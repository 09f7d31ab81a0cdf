import type { FormVersionItem } from '../../../contracts/form-version';
import type { Numbers } from '../counter/store';
import { LEDGER } from '../counter/tables';
import { type Connection, databaseNow, isSqlite } from '../database';
import { type HoldRules, NO_RULES } from '../guard/hold';
import type { CompiledForm } from './form';
import type { Policy } from './policy';
import { FORM_VERSIONS, POLICIES } from './tables';

interface PolicyRow {
  action: string;
  version: number;
  kind: Policy['kind'];
  sensitive: boolean | number;
  confirmation: Policy['confirmation'];
  challenge: Policy['challenge'];
  opens_at: Date | number | null;
  closes_at: Date | number | null;
  published_at: Date | number;
  unpublished_at: Date | number | null;
  shredded_at: Date | number | null;
  goal: number | null;
  goal_steps_up: boolean | number;
  display_from: number;
  hide_split: boolean | number;
  holds: string | null;
  reminder: Policy['reminder'];
  retention_months: number | null;
  show_supporters: boolean | number;
  default_locale: string;
  locales: string;
}

interface FormVersionRow {
  action: string;
  version: string;
  locale: string;
  created_on: string;
  content: string;
  withdrawn_on: string | null;
}

// SQLite gives back epoch milliseconds and 0 or 1, PostgreSQL dates and booleans.
const date = (value: Date | number | null): Date | null =>
  value === null ? null : new Date(value);

const toPolicy = (row: PolicyRow): Policy => ({
  action: row.action,
  kind: row.kind,
  sensitive: Boolean(row.sensitive),
  confirmation: row.confirmation,
  challenge: row.challenge,
  opensAt: date(row.opens_at),
  closesAt: date(row.closes_at),
  publishedAt: new Date(row.published_at),
  unpublishedAt: date(row.unpublished_at),
  shreddedAt: date(row.shredded_at),
  goal: row.goal,
  goalStepsUp: Boolean(row.goal_steps_up),
  displayFrom: row.display_from,
  hideSplit: Boolean(row.hide_split),
  retentionMonths: row.retention_months,
  showSupporters: Boolean(row.show_supporters),
  holds: row.holds === null ? NO_RULES : (JSON.parse(row.holds) as HoldRules),
  reminder: row.reminder,
  defaultLocale: row.default_locale,
  locales: JSON.parse(row.locales) as Policy['locales'],
});

/** Nothing that is published says or takes back that it was shredded. */
const toRow = (policy: Policy): Omit<PolicyRow, 'version' | 'shredded_at'> => ({
  action: policy.action,
  kind: policy.kind,
  sensitive: policy.sensitive,
  confirmation: policy.confirmation,
  challenge: policy.challenge,
  opens_at: policy.opensAt,
  closes_at: policy.closesAt,
  published_at: policy.publishedAt,
  unpublished_at: policy.unpublishedAt,
  goal: policy.goal,
  goal_steps_up: policy.goalStepsUp,
  display_from: policy.displayFrom,
  hide_split: policy.hideSplit,
  retention_months: policy.retentionMonths,
  show_supporters: policy.showSupporters,
  holds: policy.holds === NO_RULES ? null : JSON.stringify(policy.holds),
  reminder: policy.reminder,
  default_locale: policy.defaultLocale,
  locales: JSON.stringify(policy.locales),
});

export interface FormVersion {
  version: string;
  withdrawn: boolean;
  form: CompiledForm;
}

/** What may have moved since it was last looked at. */
export interface Pulse {
  action: string;
  /** Of the policy. */
  version: number;
  /** As they are published. */
  numbers: Numbers;
  /** Published in steps, and the next one is due. */
  due: boolean;
}

type PulseRow = Pick<Pulse, 'action' | 'version'> & {
  [Name in keyof Numbers]: number | null;
} & { due: boolean | number | null };

const DUE = `${LEDGER}.stepped and ${LEDGER}.shown <> ${LEDGER}.signatures
  and (${LEDGER}.moves_at is null or ${LEDGER}.moves_at <= ?) as due`;

export interface PolicyStore {
  /** Of every action that was ever published, in the same order on every node. */
  pulses(): Promise<Pulse[]>;
  read(action: string): Promise<Policy | null>;
  readMany(actions: string[]): Promise<Policy[]>;
  /** Writes the policy with the next version, so that every node reads it again. */
  write(policy: Policy): Promise<void>;
  /** Its supporters' data are destroyed just now; every node reads it again. False: it was closed so. */
  closeForGood(action: string): Promise<boolean>;
  remove(action: string): Promise<void>;
  actions(): Promise<string[]>;
  /**
   * Puts a form version in force. They are append-only: the same texts keep the row they have.
   *
   * @returns whether it had been taken back until now
   */
  addFormVersion(
    action: string,
    version: string,
    form: CompiledForm,
    day: string,
  ): Promise<boolean>;
  formVersion(action: string, version: string): Promise<FormVersion | null>;
  /** Every one that was ever published, the newest first. */
  formVersions(action: string): Promise<Omit<FormVersionItem, 'shown'>[]>;
  /** Since that day, or not any more; false when there is none such. */
  setFormWithdrawn(action: string, version: string, day: string | null): Promise<boolean>;
  /** Until this transaction ends, whoever else takes a turn with the same action waits. */
  takeTurn(action: string): Promise<void>;
}

export const createPolicyStore = (connection: Connection): PolicyStore => ({
  async pulses() {
    const rows = await connection(POLICIES)
      .leftJoin(LEDGER, `${LEDGER}.action`, `${POLICIES}.action`)
      .orderBy(`${POLICIES}.action`)
      .select<PulseRow[]>(
        `${POLICIES}.action`,
        `${POLICIES}.version`,
        `${LEDGER}.shown as signatures`,
        `${LEDGER}.offset`,
        `${LEDGER}.revision`,
        connection.raw(DUE, [databaseNow(connection)]),
      );
    return rows.map(({ action, version, signatures, offset, revision, due }) => ({
      action,
      version,
      numbers: { signatures: signatures ?? 0, offset: offset ?? 0, revision: revision ?? 0 },
      due: Boolean(due),
    }));
  },
  async read(action) {
    const row = await connection<PolicyRow>(POLICIES).where({ action }).first();
    return row ? toPolicy(row) : null;
  },
  async readMany(actions) {
    if (actions.length === 0) return [];
    return (await connection<PolicyRow>(POLICIES).whereIn('action', actions)).map(toPolicy);
  },
  async write(policy) {
    const { action, ...row } = toRow(policy);
    await connection(POLICIES)
      .insert({ action, version: 1, ...row })
      .onConflict('action')
      .merge({ ...row, version: connection.raw('?? + 1', [`${POLICIES}.version`]) });
  },
  async closeForGood(action) {
    const closed = await connection(POLICIES)
      .where({ action })
      .whereNull('shredded_at')
      .update({
        shredded_at: databaseNow(connection),
        version: connection.raw('version + 1'),
      });
    return closed > 0;
  },
  async remove(action) {
    await connection(POLICIES).where({ action }).delete();
    await connection(FORM_VERSIONS).where({ action }).delete();
  },
  async actions() {
    return connection<PolicyRow>(POLICIES).pluck('action');
  },
  async addFormVersion(action, version, form, day) {
    await connection(FORM_VERSIONS)
      .insert({
        action,
        version,
        locale: form.locale,
        created_on: day,
        content: JSON.stringify(form),
      })
      .onConflict(['action', 'version'])
      .ignore();
    const restored = await connection<FormVersionRow>(FORM_VERSIONS)
      .where({ action, version })
      .whereNotNull('withdrawn_on')
      .update({ withdrawn_on: null });
    return restored > 0;
  },
  async formVersion(action, version) {
    const row = await connection<FormVersionRow>(FORM_VERSIONS).where({ action, version }).first();
    if (!row) return null;
    return {
      version,
      withdrawn: row.withdrawn_on !== null,
      form: JSON.parse(row.content) as CompiledForm,
    };
  },
  async formVersions(action) {
    const rows = await connection<FormVersionRow>(FORM_VERSIONS)
      .where({ action })
      .orderBy(['created_on', 'version'].map((column) => ({ column, order: 'desc' as const })))
      .select('version', 'locale', 'created_on', 'withdrawn_on');
    return rows.map(({ version, locale, created_on, withdrawn_on }) => ({
      version,
      locale,
      createdOn: created_on,
      withdrawnOn: withdrawn_on,
    }));
  },
  async setFormWithdrawn(action, version, day) {
    const changed = await connection<FormVersionRow>(FORM_VERSIONS)
      .where({ action, version })
      .update({ withdrawn_on: day });
    return changed === 1;
  },
  async takeTurn(action) {
    if (isSqlite(connection)) return; // has one writer at a time
    await connection.raw('select pg_advisory_xact_lock(hashtext(?))', [action]);
  },
});
