import { yup } from '@strapi/utils';
import {
  blocks,
  existingAction,
  isEmpty,
  part,
  parts,
  rule,
  slug,
  textRule,
  webAddress,
  type Fields,
} from '../editing/rule';
import { isPlaceholder, placeholdersIn } from '../mail/own-text';
import { checkCounterLabel } from './check-counter-label';
import { checkHeldCountries, checkHeldDomains, checkHeldWords } from './hold-rules';
import { isFormName, isReserved } from './form-names';

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

const list = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

/** Whether an earlier item of the list says the same; so only the second of two is refused. */
const isRepeated = (items: Fields[], item: Fields | undefined, key: string): boolean =>
  item !== undefined && items.findIndex((other) => other[key] === item[key]) < items.indexOf(item);

const time = (value: unknown): number =>
  value instanceof Date ? value.getTime() : Date.parse(String(value));

const closesAt = rule((value, { within: [action] }) =>
  isEmpty(value) || isEmpty(action?.opensAt) || time(value) > time(action?.opensAt)
    ? null
    : { problem: 'closes-before-opens' },
);

const goal = rule((value) =>
  isEmpty(value) || (Number.isInteger(value) && Number(value) > 0)
    ? null
    : { problem: 'goal-not-positive' },
);

const displayFrom = rule((value) =>
  isEmpty(value) || Number(value) >= 0 ? null : { problem: 'display-from-negative' },
);

const confirmation = rule((value, { within: [action] }) =>
  action?.sensitive && value === 'none' ? { problem: 'confirmation-sensitive' } : null,
);

const showSupporters = rule((value, { checking, within: [action] }) => {
  if (value !== true) return null;
  if (action?.sensitive) return { problem: 'supporters-sensitive' };
  if (action?.confirmation === 'none') return { problem: 'supporters-unconfirmed' };
  const consents = list((action?.form as Fields | undefined)?.consents);
  return checking.publishing && !consents.some(({ purpose }) => purpose === 'publish')
    ? { problem: 'supporters-unasked' }
    : null;
});

/** Whoever must agree to be named to sign at all agrees to nothing. */
const consentRequired = rule((value, { within: [consent] }) =>
  value === true && consent?.purpose === 'publish' ? { problem: 'consent-publish-required' } : null,
);

const statement = rule((value, { checking, within: [action] }) =>
  checking.publishing && action?.kind === 'petition' && isEmpty(value)
    ? { problem: 'statement-missing' }
    : null,
);

const knownField = rule((value, { within: [item, form] }) =>
  value !== 'own' && isRepeated(list(form?.fields), item, 'field')
    ? { problem: 'field-twice' }
    : null,
);

const ownName = textRule((name, { within: [item, form] }) => {
  if (item?.field !== 'own') return null;
  if (!isFormName(name)) return { problem: 'name-invalid' };
  if (isReserved(name)) return { problem: 'name-reserved', values: { name } };
  const own = list(form?.fields).filter(({ field }) => field === 'own');
  return isRepeated(own, item, 'name') ? { problem: 'name-twice', values: { name } } : null;
});

const options = rule((value, { within: [item] }) => {
  if (item?.field !== 'own' || item.type !== 'choice') return null;
  const lines = asText(value)
    .split('\n')
    .map((line) => line.trim());
  return new Set(lines.filter((line) => line !== '')).size >= 2
    ? null
    : { problem: 'options-missing' };
});

const consentName = textRule((name, { within: [item, form] }) => {
  if (!isFormName(name)) return { problem: 'name-invalid' };
  if (isReserved(name)) return { problem: 'name-reserved', values: { name } };
  return isRepeated(list(form?.consents), item, 'name')
    ? { problem: 'name-twice', values: { name } }
    : null;
});

const isWritten = (action: Fields | undefined): boolean =>
  action?.kind === 'letter' || action?.kind === 'email';

/** What the kind needs before it is published; the fields of another kind are not shown. */
const letter = rule((value, { checking, within: [, action] }) =>
  checking.publishing && isEmpty(value) && isWritten(action) ? { problem: 'letter-missing' } : null,
).concat(
  part({
    body: rule((body, { checking, within: [own, action] }) =>
      checking.publishing && isWritten(action) && isEmpty(body) && isEmpty(own?.talkingPoints)
        ? { problem: 'letter-missing' }
        : null,
    ),
    // A letter to nobody in particular goes to the action's targets.
    recipientName: rule((name, { checking, within: [, action] }) =>
      checking.publishing &&
      action?.kind === 'letter' &&
      isEmpty(name) &&
      list(action.targets).length === 0
        ? { problem: 'recipient-missing' }
        : null,
    ),
  }),
);

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

const call = rule((value, { checking, within: [, action] }) =>
  checking.publishing && isEmpty(value) && action?.kind === 'call'
    ? { problem: 'call-numbers-missing' }
    : null,
).concat(
  part({
    numbers: rule((numbers, { checking, within: [, action] }) =>
      checking.publishing && action?.kind === 'call' && list(numbers).length === 0
        ? { problem: 'call-numbers-missing' }
        : null,
    ).concat(
      parts({
        number: textRule((number) =>
          /^\+?[0-9][0-9 ().-]{1,38}$/.test(number.trim())
            ? null
            : { problem: 'phone-number-invalid' },
        ),
      }),
    ),
    timeZone: textRule((name) => (isTimeZone(name) ? null : { problem: 'time-zone-unknown' })),
  }),
);

const nextAction = textRule((documentId, { checking }) =>
  documentId === checking.documentId ? { problem: 'action-itself' } : null,
).concat(existingAction);

/** A mail's text may hold the placeholders that are filled in, and no other braces. */
const mailText = textRule((text) => {
  const unknown = placeholdersIn(text).find((name) => !isPlaceholder(name));
  return unknown === undefined
    ? null
    : { problem: 'mail-placeholder-unknown', values: { placeholder: `{${unknown}}` } };
});

/** A subject is read over shoulders and on locked screens. */
const mailSubject = textRule((text) =>
  placeholdersIn(text).includes('givenName') ? { problem: 'mail-subject-name' } : null,
).concat(mailText);

/** What an action must hold to be saved and, where a rule asks for it, to be published. */
export const actionChecks = yup.object({
  slug,
  statement,
  form: part({
    fields: parts({ field: knownField, name: ownName, options }),
    consents: parts({ name: consentName, required: consentRequired }),
  }),
  opensAt: yup.mixed(),
  closesAt,
  confirmation,
  showSupporters,
  counterLabel: textRule(checkCounterLabel),
  goal,
  displayFrom,
  holds: part({
    domains: textRule(checkHeldDomains),
    countries: textRule(checkHeldCountries),
    words: textRule(checkHeldWords),
  }),
  letter,
  call,
  mails: part({
    confirmSubject: mailSubject,
    confirmText: mailText,
    reminderSubject: mailSubject,
    reminderText: mailText,
    thanksSubject: mailSubject,
    thanksText: mailText,
  }),
  thanks: part({ body: blocks, redirectUrl: webAddress, nextAction }),
});
