// @ts-check
/** Makes what every case signs, as an editor would, and says its documentIds when asked. */

/** @typedef {import('@strapi/strapi').Core.Strapi} Strapi */

const FORM = {
  heading: 'Your information',
  submitLabel: 'Sign',
  fields: [
    { field: 'givenName', label: 'First name', required: true },
    { field: 'familyName', label: 'Last name', required: true },
    { field: 'message', label: 'Your message', maxLength: 1000 },
  ],
};

const SHOWN_FORM = {
  ...FORM,
  consents: [
    {
      name: 'showPublicly',
      text: 'Show my name and my message on the page.',
      required: false,
      display: 'checkbox',
      channel: 'none',
      purpose: 'publish',
    },
  ],
};

/** @returns {Promise<string>} documentId */
const publish = async (
  /** @type {Strapi} */ strapi,
  /** @type {string} */ uid,
  /** @type {object} */ data,
) => {
  const documents = strapi.documents(/** @type {'plugin::users-permissions.user'} */ (uid));
  const params = /** @type {never} */ ({ data, status: 'published' });
  return (await documents.create(params)).documentId;
};

/** @type {import('../serve.mjs').Double} */
export const play = async (strapi) => {
  const action = (/** @type {string} */ slug, /** @type {object} */ policy) =>
    publish(strapi, 'plugin::campaign-actions.action', {
      title: slug,
      slug,
      kind: 'petition',
      statement: 'Urge those responsible to act.',
      targets: [{ name: 'Government of Example' }],
      form: FORM,
      counterLabel: '{count, plural, one {# person has} other {# people have}} taken action',
      ...policy,
    });
  await publish(strapi, 'plugin::campaign-actions.organisation', {
    name: 'Example Organisation',
    url: 'https://example.org',
  });
  const content = {
    atOnce: await action('at-once', { confirmation: 'none' }),
    confirmed: await action('confirmed', { confirmation: 'required' }),
    sensitive: await action('sensitive', { confirmation: 'required', sensitive: true }),
    shown: await action('shown', {
      confirmation: 'required',
      showSupporters: true,
      form: SHOWN_FORM,
    }),
    paid: await action('paid', { confirmation: 'required', challenge: 'always' }),
  };
  process.on('message', () => process.send?.(content));
};
