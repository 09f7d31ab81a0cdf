import type {
  Action,
  ActionItem,
  ActionReference,
  Call,
  Letter,
  Thanks,
} from '../../../contracts/action';
import type { FormField } from '../../../contracts/form';
import type {
  ActionDocument,
  ActionRow,
  CallContent,
  LetterContent,
  ThanksContent,
} from './document';
import { compileForm, formVersion } from './form';
import { lines } from './lines';
import type { Policy } from './policy';

export type Outcome = Action['outcome']['state'];

/** Finds what another action is called, in the page's locale; null while it is not published. */
export type Refer = (documentId: string | null | undefined) => ActionReference | null;

const AUTOCOMPLETE: Record<string, string> = {
  givenName: 'given-name',
  familyName: 'family-name',
  email: 'email',
  phone: 'tel',
  country: 'country',
  region: 'address-level1',
  postalCode: 'postal-code',
  city: 'address-level2',
};

const formShape = (document: ActionDocument): Action['form'] => {
  const form = compileForm(document, document.locale);
  const fields = form.fields.map((field): FormField => ({
    name: field.name,
    type: field.type,
    label: field.label,
    required: field.required,
    maxLength: field.maxLength,
    autocomplete: AUTOCOMPLETE[field.name] ?? null,
    options: field.options,
    help: field.help,
  }));
  const { heading, messageHeading, submitLabel, consents } = form;
  return {
    version: formVersion(form),
    heading,
    messageHeading,
    submitLabel,
    fields,
    consents,
    honeypot: 'leaveEmpty',
  };
};

/** A letter to nobody in particular goes to whom the action is addressed to. */
const recipientOf = (letter: LetterContent, targets: Action['targets']): Letter['recipient'] => {
  const name = letter.recipientName || null;
  const postalAddress = letter.recipientPostalAddress || null;
  const [target] = targets;
  if (name || !target) return { name, postalAddress };
  return { name: target.name, postalAddress: postalAddress ?? target.postalAddress };
};

const letterShape = (letter: LetterContent, targets: Action['targets']): Letter => ({
  salutation: letter.salutation || null,
  body: letter.body || null,
  closing: letter.closing || null,
  talkingPoints: lines(letter.talkingPoints),
  recipient: recipientOf(letter, targets),
});

const callShape = (call: CallContent): Call => ({
  numbers: (call.numbers ?? []).map(({ label, number }) => ({ label: label || null, number })),
  hours: call.hours || null,
  timeZone: call.timeZone || null,
  script: call.script || null,
});

const thanksShape = (thanks: ThanksContent, refer: Refer): Thanks => ({
  heading: thanks.heading || null,
  body: thanks.body ?? [],
  redirectUrl: thanks.redirectUrl || null,
  nextAction: refer(thanks.nextAction),
});

/** An action whole, without its counter. */
export const actionShape = (
  document: ActionDocument,
  policy: Policy,
  outcome: Outcome,
  refer: Refer,
): Action => {
  const { letter, call, thanks } = document;
  const targets = (document.targets ?? []).map(({ name, role, postalAddress }) => ({
    name,
    role: role || null,
    postalAddress: postalAddress || null,
  }));
  const writes = policy.kind === 'letter' || policy.kind === 'email';
  return {
    documentId: document.documentId,
    locale: document.locale,
    slug: document.slug,
    kind: policy.kind,
    sensitive: policy.sensitive,
    title: document.title,
    statement: document.statement || null,
    targets,
    opensAt: policy.opensAt?.toISOString() ?? null,
    closesAt: policy.closesAt?.toISOString() ?? null,
    confirmation: policy.confirmation,
    challenge: policy.challenge,
    externalIds: (document.externalIds ?? []).map(({ system, externalId }) => ({
      system,
      id: externalId,
    })),
    form: formShape(document),
    letter: letter && writes ? letterShape(letter, targets) : null,
    call: call && policy.kind === 'call' ? callShape(call) : null,
    thanks: thanks ? thanksShape(thanks, refer) : null,
    closedMessage: document.closedMessage || null,
    outcome: { state: outcome, text: document.outcomeText || null },
  };
};

export const actionReferenceShape = (row: ActionRow, policy: Policy): ActionReference => ({
  documentId: row.documentId,
  slug: row.slug,
  title: row.title,
  kind: policy.kind,
});

/** An action as a list shows it. */
export const actionItemShape = (document: ActionDocument, policy: Policy): ActionItem => ({
  documentId: document.documentId,
  locale: document.locale,
  slug: document.slug,
  kind: policy.kind,
  sensitive: policy.sensitive,
  title: document.title,
  statement: document.statement || null,
  opensAt: policy.opensAt?.toISOString() ?? null,
  closesAt: policy.closesAt?.toISOString() ?? null,
  publishedAt: document.publishedAt,
});
