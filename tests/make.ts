import { randomUUID } from 'node:crypto';
import type { App } from './app';

type Values = Record<string, unknown>;

/** What Strapi stored, as far as stories look at it. */
export interface Made {
  documentId: string;
  slug: string;
  title: string;
  locale: string;
}

interface Locales {
  create(locale: { code: string; name: string }): Promise<unknown>;
}

const ORGANISATION = 'plugin::campaign-actions.organisation';
const CAMPAIGN = 'plugin::campaign-actions.campaign';
const ACTION = 'plugin::campaign-actions.action';
const LOCALES = 'plugin::i18n.locale';

/** Nobody else's address: unique, and at a domain that never delivers. */
export const someEmail = (name = 'supporter'): string => `${name}-${randomUUID()}@example.org`;

const form: Values = {
  heading: 'Your information',
  messageHeading: 'Add your personal message',
  submitLabel: 'Sign',
  fields: [
    { field: 'givenName', label: 'First name', required: true },
    { field: 'familyName', label: 'Last name', required: true },
    { field: 'country', label: 'Country', required: false },
    { field: 'postalCode', label: 'Postal code', required: false },
    { field: 'message', label: 'Your message', required: false, maxLength: 1000 },
  ],
  consents: [
    {
      name: 'newsletter',
      text: 'Send me news by e-mail.',
      required: false,
      display: 'checkbox',
      channel: 'email',
      purpose: 'marketing',
    },
  ],
};

const showPublicly: Values = {
  name: 'showPublicly',
  text: 'Show my name and my message on the page.',
  required: false,
  display: 'checkbox',
  channel: 'none',
  purpose: 'publish',
};

/** What an action of this kind needs before it may be published. */
const partOf = (kind: unknown): Values => {
  if (kind === 'letter' || kind === 'email') return { letter: { body: 'Please act.' } };
  if (kind === 'call')
    return { call: { numbers: [{ label: 'Embassy', number: '+1 613 555 0100' }] } };
  return {};
};

/**
 * Makes content as an editor would, published unless `status` says `draft`, in English unless
 * `locale` says otherwise. What is not given is plain and valid.
 */
export const maker = ({ strapi }: Pick<App, 'strapi'>) => {
  const create = async (uid: string, data: Values): Promise<Made> => {
    const { locale = 'en', status = 'published', ...values } = data;
    const created: unknown = await strapi
      .documents(uid as 'plugin::users-permissions.user')
      .create({ data: values, locale, status } as never);
    return created as Made;
  };
  const unique = (word: string): Values => {
    const id = randomUUID().slice(0, 8);
    return { title: `${word} ${id}`, slug: `${word}-${id}` };
  };
  const action = (values: Values = {}) =>
    create(ACTION, {
      ...unique('action'),
      kind: 'petition',
      statement: 'Urge those responsible to act.',
      targets: [{ name: 'Government of Example' }],
      form,
      counterLabel: '{count, plural, one {# person has} other {# people have}} taken action',
      ...partOf(values.kind),
      ...values,
    });
  return {
    /** A language that content can be written in; Strapi begins with English alone. */
    async locale(code: string): Promise<void> {
      const known: unknown = await strapi.db.query(LOCALES).findOne({ where: { code } });
      const locales = strapi.plugin('i18n').service<Locales>('locales');
      if (!known) await locales.create({ code, name: code });
    },
    organisation: (values: Values = {}) =>
      create(ORGANISATION, { name: 'Example Organisation', url: 'https://example.org', ...values }),
    action,
    /** An action that shows those who agree. */
    showing(values: Values = {}): Promise<Made> {
      const consents = [...(form.consents as Values[]), showPublicly];
      return action({
        confirmation: 'required',
        showSupporters: true,
        form: { ...form, consents },
        ...values,
      });
    },
    campaign: (values: Values = {}) => create(CAMPAIGN, { ...unique('campaign'), ...values }),
  };
};
