import type { Counter } from '../../../contracts/counter';
import type { SignAnswer } from '../../../contracts/signing';
import type { Catalogue, CatalogueEntry } from '../action/catalogue';
import { nearestTo, type Policy, stateOf } from '../action/policy';
import type { FormVersion } from '../action/policy-store';
import type { CounterBoard } from '../counter/board';
import type { Soon } from '../fresh';
import { type GuardUses, type Passed, pass } from '../guard/pass';
import { holdReason } from '../guard/hold';
import { networkOf } from '../guard/prefix';
import type { Answer } from '../http/reply';
import { Problem, fieldError } from '../http/problems';
import { freshBytes } from '../privacy/random';
import type { DayKeys } from '../privacy/day-keys';
import type { Vault } from '../privacy/vault';
import { type BodyCheck, type CheckedBody, compileBodyCheck, readAddressing } from './body';
import { type Channel, type ConsentRecord, givenIn, writeConsents } from './consent-record';
import type { Group } from './group';
import type { Person } from './person';
import { withPresentKeys } from './present-keys';
import { indexColumns, type RegisterRow, type SubmissionRow, suppressionColumns } from './rows';
import { type SourceCap, sourceName } from './source-name';
import type { Taken } from './take';
import { tallyNames } from './tallies';
import { typed } from './typed';

export interface SignUses {
  catalogue: Catalogue;
  counters: Pick<CounterBoard, 'of'>;
  vault: Vault;
  dayKeys: Pick<DayKeys, 'of'>;
  guard: GuardUses;
  group: Group<Taken>;
  capSource: SourceCap;
  /** Body checks by action and form version: compiled once. */
  checks: Map<string, BodyCheck>;
  clock: () => Date;
}

export interface SignInput {
  /** documentId or slug of the action. */
  id: string;
  json: unknown;
  channel: Channel;
  /** Who asks; null where nobody knows. */
  address: string | null;
  /** Sent by a page without JavaScript: all values are texts, and no challenge can be solved. */
  plain?: boolean;
}

/** The longest a submission waits when its mail cannot be sent; it is seven days from the first mail. */
export const LONGEST_WAIT_DAYS = 14;
/** A compiled one is some 70 kB, and made again within a millisecond. */
const MOST_CHECKS = 200;
export const VERSION = /^[0-9a-f]{64}$/;

const DAY_MS = 86_400_000;
/** Writing a date costs more than looking for it, and a signature has three of very few. */
const written = new Map<number, string>();
const MOST_WRITTEN = 100;

/** UTC, `YYYY-MM-DD`. */
export const dayOf = (date: Date, plusDays = 0): string => {
  const day = Math.floor(date.getTime() / DAY_MS) + plusDays;
  const known = written.get(day);
  if (known !== undefined) return known;
  if (written.size >= MOST_WRITTEN) written.clear();
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  written.set(day, text);
  return text;
};

/**
 * Takes a signature. Answered only once it is on disk; new and repeated get the same answer, and
 * where confirmation is asked nothing even looks whether the address signed before.
 *
 * @throws Problem 400, 403, 404, 409, 410, 428, 429, 503
 */
export const sign = async (uses: SignUses, input: SignInput): Promise<Answer> => {
  const { catalogue, counters, guard, group, clock, vault } = uses;
  const { id, json, channel, address, plain = false } = input;
  const { locale, formVersion } = readAddressing(json);
  const entry = openAction(await catalogue.find(id, locale), clock());
  const { policy } = entry;
  const form = inForce(await formOf(catalogue, policy, locale, formVersion));
  const body = checkOf(uses, policy.action, form)(plain ? typed(form.form, json) : json);
  const { challenge } = body;
  const passed = await pass(guard, { policy, address, challenge, canSolve: !plain, json });
  const record: ConsentRecord = {
    formVersion: form.version,
    stated: formVersion !== null,
    locale: form.form.locale,
    day: dayOf(clock()),
    channel,
    consents: body.consents,
  };
  await withPresentKeys(vault, async () =>
    group.join(await taken(uses, policy, body, record, passed)),
  );
  return answerOf(policy, counters.of(entry, form.form.locale).counter);
};

const openAction = (entry: CatalogueEntry | null, now: Date): CatalogueEntry => {
  if (!entry || entry.policy.unpublishedAt !== null) throw new Problem('not-found');
  const state = stateOf(entry.policy, now);
  if (state === 'scheduled') throw new Problem('not-open-yet');
  if (state === 'closed') throw new Problem('closed');
  return entry;
};

/** The form a body is checked against: the version it names however old, else the one in force. */
const formOf = (
  catalogue: Catalogue,
  policy: Policy,
  locale: string | null,
  named: string | null,
): Soon<FormVersion | null> => {
  const version = named ?? nearestTo(policy, locale)?.formVersion;
  return version && VERSION.test(version) ? catalogue.form(policy.action, version) : null;
};

/** @throws Problem 400, 409 */
export const inForce = (form: FormVersion | null): FormVersion => {
  if (!form) throw new Problem('invalid', [fieldError(['formVersion'], 'unknown-version')]);
  if (form.withdrawn) throw new Problem('form-withdrawn');
  return form;
};

const checkOf = (
  { checks }: SignUses,
  action: string,
  { version, form }: FormVersion,
): BodyCheck => {
  const key = `${action}|${version}`;
  const known = checks.get(key);
  if (known) return known;
  if (checks.size >= MOST_CHECKS) checks.clear();
  const check = compileBodyCheck(form);
  checks.set(key, check);
  return check;
};

const taken = async (
  { vault, dayKeys, capSource, clock }: SignUses,
  policy: Policy,
  { person: checked, honeypot }: CheckedBody,
  record: ConsentRecord,
  { from, lastHour, payment, unpaid }: Passed,
): Promise<Taken> => {
  const { action } = policy;
  const keys = await vault.of(action);
  const dayKey = from && (await dayKeys.of(record.day));
  const because = honeypot
    ? 'honeypot'
    : (holdReason(policy.holds, checked, lastHour) ?? (unpaid ? 'no-challenge' : null));
  const id = freshBytes(16);
  const person: Person = { ...checked, at: clock().toISOString() };
  const source = sourceName(person.source);
  const shared = {
    id,
    action,
    channel: record.channel,
    rule: policy.confirmation,
    locale: record.locale,
    country: person.country,
    day: record.day,
    consents: writeConsents([record]),
    sealed: keys.seal(id, person),
    network: from && dayKey ? networkOf(dayKey, from) : null,
    held_because: because,
  };
  const suppressions = keys.suppressions(person.email);
  const capped = source && capSource(action, record.day, source);
  const tallies = tallyNames(capped, givenIn(record.consents));
  const made = { suppressions, tallies, payment, epoch: keys.epoch };
  const outboxId = freshBytes(16);

  if (because || policy.confirmation === 'required') {
    const row: SubmissionRow = {
      ...shared,
      state: because ? 'held' : 'waiting',
      ...suppressionColumns(suppressions[0]),
      expires_on: dayOf(clock(), LONGEST_WAIT_DAYS),
    };
    const outbox = because
      ? null
      : { id: outboxId, kind: 'confirm' as const, action, row_id: id, sealed: null };
    return { ...made, row: { to: 'submissions', row }, outbox };
  }
  const row: RegisterRow = {
    ...shared,
    state: 'counted',
    ...indexColumns(keys.emailIndex(person.email)),
    public_signature: null,
  };
  // A repeat stores no row, and its mail is decided later: so the address waits here, sealed.
  const sealed = keys.seal(outboxId, { email: person.email, locale: record.locale });
  const outbox = { id: outboxId, kind: 'signed' as const, action, row_id: id, sealed };
  return { ...made, row: { to: 'register', row }, outbox };
};

export const answerOf = (
  { action, confirmation }: Policy,
  counter: Counter,
): { status: number; body: SignAnswer } =>
  confirmation === 'required'
    ? { status: 202, body: { data: { status: 'confirmation-sent', action, counter } } }
    : { status: 201, body: { data: { status: 'counted', action, counter } } };
