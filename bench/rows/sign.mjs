// @ts-check
/** Signing: an action that counts at once, against an entry of a content type. */
import { readdir } from 'node:fs/promises';
import { plugin } from '../contenders/plugin.mjs';
import { stock } from '../contenders/stock.mjs';

/**
 * @typedef {import('@strapi/strapi').Core.Strapi} Strapi
 * @typedef {import('../contender.js').Side} Side
 */

const EMAIL = 'supporter-[<id>]@example.org';
const MESSAGE = 'Everybody has the right to live in safety, whoever they love. Please act now.';

const FORM = {
  heading: 'Your information',
  submitLabel: 'Sign',
  fields: [
    { field: 'givenName', label: 'First name', required: true },
    { field: 'familyName', label: 'Last name', required: true },
    { field: 'country', label: 'Country' },
    { field: 'message', label: 'Your message', maxLength: 1000 },
  ],
  consents: [
    {
      name: 'newsletter',
      text: 'Send me news by e-mail.',
      display: 'checkbox',
      channel: 'email',
      purpose: 'marketing',
    },
  ],
};

/** @returns {Promise<string>} documentId */
const create = async (
  /** @type {Strapi} */ strapi,
  /** @type {string} */ uid,
  /** @type {object} */ data,
) => {
  const documents = strapi.documents(/** @type {'plugin::users-permissions.user'} */ (uid));
  const params = /** @type {never} */ ({ data, status: 'published' });
  return (await documents.create(params)).documentId;
};

const countOf = async (/** @type {Strapi} */ strapi, /** @type {string} */ table) => {
  /** @type {unknown} */
  const row = await strapi.db.connection(table).count({ n: '*' }).first();
  return Number(/** @type {{ n: number | string }} */ (row).n);
};

/** @type {Side} */
const signingAnAction = {
  contender: plugin,
  status: 201,
  async prepare(strapi) {
    await create(strapi, 'plugin::campaign-actions.organisation', {
      name: 'Example Organisation',
      url: 'https://example.org',
    });
    const action = await create(strapi, 'plugin::campaign-actions.action', {
      title: 'Stop the attacks',
      slug: 'stop-the-attacks',
      kind: 'petition',
      statement: 'Urge those responsible to act.',
      confirmation: 'none',
      targets: [{ name: 'Government of Example' }],
      form: FORM,
      counterLabel: '{count, plural, one {# person has} other {# people have}} taken action',
    });
    const body = {
      email: EMAIL,
      givenName: 'Alex',
      familyName: 'Example',
      country: 'CA',
      message: MESSAGE,
      consents: { newsletter: true },
      source: { code: 'newsletter' },
    };
    return {
      method: 'POST',
      path: `/api/campaign-actions/actions/${action}/signatures`,
      body: { data: body },
    };
  },
  async counts(strapi) {
    /** @type {unknown} */
    const ledger = await strapi.db.connection('campaign_actions_ledger').first('signatures');
    const mails = await readdir(process.env.MAIL_DIR ?? '').catch(() => []);
    return {
      'rows in the register': await countOf(strapi, 'campaign_actions_register'),
      'signatures in the ledger':
        /** @type {{ signatures: number } | undefined} */ (ledger)?.signatures ?? 0,
      'mails written': mails.filter((file) => file.endsWith('.eml')).length,
    };
  },
  left: (strapi) => countOf(strapi, 'campaign_actions_outbox'),
};

/** @type {Side} */
const creatingAnEntry = {
  contender: stock,
  status: 201,
  async prepare(strapi) {
    /** @type {unknown} */
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    // A relation may be set only by who may read what it leads to.
    for (const action of ['api::signature.signature.create', 'api::petition.petition.find'])
      await strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action, role: /** @type {{ id: number }} */ (role).id } });
    const petition = await create(strapi, 'api::petition.petition', { title: 'Stop the attacks' });
    const body = { email: EMAIL, name: 'Alex Example', country: 'CA', message: MESSAGE, petition };
    return { method: 'POST', path: '/api/signatures', body: { data: body } };
  },
  counts: async (strapi) => ({
    entries: await countOf(strapi, 'signatures'),
    'entries of the petition': await countOf(strapi, 'signatures_petition_lnk'),
  }),
};

/** @type {import('../contender.js').Row} */
export const sign = { title: 'sign', sides: [signingAnAction, creatingAnEntry] };
