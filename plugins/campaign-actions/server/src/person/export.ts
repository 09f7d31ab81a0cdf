import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import type {
  ExportedConsents,
  ExportedEntry,
  PersonExport,
} from '../../../contracts/panel-person';
import type { CompiledForm } from '../action/form';
import { stateOf } from '../action/policy';
import { createPolicyStore } from '../action/policy-store';
import { PUBLIC_SIGNATURE } from '../plugin';
import { type ConsentRecord, readConsents } from '../signature/consent-record';
import { sourceOf } from '../signature/person';
import type { RegisterRow, SubmissionRow } from '../signature/rows';
import { type Found, type InAction, type Opened, addressIn } from './find';
import type { SignatureRow } from './store';

/** What each state means to the person themselves. */
const MEANINGS: Record<RegisterRow['state'] | SubmissionRow['state'], string> = {
  counted: 'This signature counts.',
  invalidated: 'This signature was set aside and does not count.',
  anonymised: 'This signature counts, and names nobody.',
  waiting: 'It waits to be confirmed, and does not count.',
  held: 'It was set aside to be looked at, and does not count.',
  done: 'It was confirmed. What was sent stands with the signature.',
  rejected: 'Somebody said of it "this was not me". What was sent was destroyed.',
};

const ABOUT =
  'Everything that is held about this e-mail address: what was signed, when, and what was agreed to, in the words that were shown.';

export interface ExportUses {
  strapi: Core.Strapi;
  titles: ReadonlyMap<string, string>;
  now: Date;
}

/** Makes what a person is given who asks what is held about them (GDPR, articles 15 and 20). */
export const exportPerson = async (
  uses: ExportUses,
  found: Found,
  email: string,
): Promise<PersonExport> => {
  const { titles, now } = uses;
  const actions = [];
  for (const inAction of found.actions) {
    const { policy, signatures, submissions, mails, leftInPeaceSince, refusals } = inAction;
    const forms = createForms(uses, inAction);
    const refusedOf = ({ row: { id } }: Opened<{ id: Buffer }>) => ({
      mailboxRefusedOn: refusals.get(id.toString('hex')) ?? null,
    });
    const entries: ExportedEntry[] = [];
    for (const each of signatures)
      entries.push({
        ...(await entryOf(forms, each, email)),
        ...refusedOf(each),
        kind: 'signature',
        shownInPublic: await shownOf(uses, each.row),
      });
    for (const each of submissions)
      entries.push({
        ...(await entryOf(forms, each, email)),
        ...refusedOf(each),
        kind: 'submission',
        expiresOn: each.row.state === 'held' ? null : each.row.expires_on,
      });
    actions.push({
      action: policy.action,
      title: titles.get(policy.action) ?? null,
      state: stateOf(policy, now),
      entries,
      mailsWaiting: mails,
      leftInPeaceSince,
    });
  }
  return {
    about: ABOUT,
    madeAt: now.toISOString(),
    email,
    actions,
    unreadable: found.unreadable.map(({ action, problem }) => ({
      action,
      title: titles.get(action) ?? null,
      problem,
    })),
  };
};

type Forms = (version: string) => Promise<CompiledForm | null>;

/** The forms that were shown, each read once. */
const createForms = ({ strapi }: ExportUses, { policy }: InAction): Forms => {
  const policies = createPolicyStore(strapi.db.connection);
  const read = new Map<string, Promise<CompiledForm | null>>();
  return (version) => {
    const known = read.get(version);
    if (known) return known;
    const form = policies.formVersion(policy.action, version).then((found) => found?.form ?? null);
    read.set(version, form);
    return form;
  };
};

const entryOf = async (
  forms: Forms,
  { row, person, problem }: Opened<SignatureRow> | Opened<SubmissionRow>,
  email: string,
): Promise<Omit<ExportedEntry, 'kind' | 'mailboxRefusedOn'>> => {
  const records = readConsents(row.consents);
  const form = await forms(records[0]?.formVersion ?? '');
  const address = addressIn(person);
  return {
    id: row.id.toString('hex'),
    state: row.state,
    meaning: MEANINGS[row.state],
    day: row.day,
    at: sentAt(person),
    locale: row.locale,
    country: row.country,
    channel: row.channel,
    confirmation: row.rule,
    network: row.network?.toString('hex') ?? null,
    heldBecause: row.held_because,
    expiresOn: null,
    spelledOtherwise: isSpelledOtherwise(address, email),
    fields: fieldsOf(person, form),
    source: { ...sourceOf(person) },
    consents: await Promise.all(records.map((record) => consentsOf(forms, record))),
    shownInPublic: null,
    problem,
  };
};

/** Whether an address is another spelling of the one that was asked for. */
export const isSpelledOtherwise = (address: string | null, email: string): boolean =>
  address !== null && address.toLowerCase() !== email.toLowerCase();

const sealedTime = z.object({ at: z.string() });
const sentAt = (person: unknown): string | null => sealedTime.safeParse(person).data?.at ?? null;

const opened = z.looseObject({ answers: z.record(z.string(), z.unknown()).optional() });

/** Everything that was filled in, with the words that stood beside it. */
const fieldsOf = (person: unknown, form: CompiledForm | null): ExportedEntry['fields'] => {
  const { answers = {}, source: _source, at: _at, ...own } = opened.safeParse(person).data ?? {};
  return Object.entries({ ...own, ...answers })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({
      name,
      label: form?.fields.find((field) => field.name === name)?.label ?? null,
      value,
    }));
};

const consentsOf = async (forms: Forms, record: ConsentRecord): Promise<ExportedConsents> => {
  const { formVersion, stated, locale, day, channel, consents } = record;
  const form = await forms(formVersion);
  return {
    formVersion,
    versionStated: stated,
    locale,
    day,
    channel,
    consents: Object.entries(consents).map(([name, given]) => {
      const shown = form?.consents.find((each) => each.name === name);
      return {
        name,
        text: shown?.text ?? null,
        ...(shown && { purpose: shown.purpose, channel: shown.channel }),
        given,
      };
    }),
  };
};

const shownOf = async (
  { strapi }: ExportUses,
  { public_signature: documentId }: SignatureRow,
): Promise<ExportedEntry['shownInPublic']> => {
  if (documentId === null) return null;
  const entry = (await strapi.db
    .query(PUBLIC_SIGNATURE)
    .findOne({ where: { documentId } })) as ExportedEntry['shownInPublic'];
  if (!entry) return null;
  const { nameShown, message, country } = entry;
  return { nameShown, message, country };
};
