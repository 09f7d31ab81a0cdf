// @ts-check
/** Content types and components laid like the page of the demo, as a site would lay them. */

const one = (/** @type {string} */ name) => ({ type: 'component', component: `page.${name}` });
const many = (/** @type {string} */ name) => ({ ...one(name), repeatable: true });
const image = { type: 'media', multiple: false, allowedTypes: ['images'] };
const relation = (/** @type {string} */ name) => ({
  type: 'relation',
  relation: 'manyToOne',
  target: `api::${name}.${name}`,
});
const strings = (/** @type {string[]} */ ...names) =>
  Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
const texts = (/** @type {string[]} */ ...names) =>
  Object.fromEntries(names.map((name) => [name, { type: 'text' }]));

export const PAGE_SCHEMAS = {
  types: {
    organisation: strings('name', 'url', 'privacyPolicyUrl'),
    action: {
      ...strings('title', 'slug', 'kind', 'counterLabel'),
      ...texts('statement', 'closedMessage'),
      goal: { type: 'integer' },
      signatures: { type: 'integer' },
      targets: many('target'),
      form: one('form'),
      thanks: one('thanks'),
    },
    campaign: {
      ...strings('title', 'slug'),
      hero: one('hero'),
      organisation: relation('organisation'),
      action: relation('action'),
      sections: { type: 'dynamiczone', components: ['page.section'] },
      furtherActions: many('further-action'),
      seo: one('seo'),
      share: one('share'),
    },
  },
  components: {
    target: { ...strings('name', 'role'), ...texts('postalAddress') },
    'form-field': {
      ...strings('field', 'label', 'help'),
      required: { type: 'boolean' },
      maxLength: { type: 'integer' },
    },
    consent: {
      ...strings('name', 'display', 'channel', 'purpose'),
      ...texts('text'),
      required: { type: 'boolean' },
    },
    form: {
      ...strings('heading', 'messageHeading', 'submitLabel'),
      fields: many('form-field'),
      consents: many('consent'),
    },
    thanks: { ...strings('heading'), body: { type: 'blocks' } },
    hero: { ...strings('figure'), ...texts('statement'), image },
    section: { ...strings('heading'), body: { type: 'blocks' } },
    'further-action': { ...strings('label', 'title'), action: relation('action') },
    seo: { ...strings('metaTitle'), ...texts('metaDescription'), shareImage: image },
    share: { ...strings('emailSubject'), ...texts('text', 'emailBody') },
  },
};

/** All of it in one answer. */
export const POPULATE = [
  'hero.image',
  'organisation',
  'action.targets',
  'action.form.fields',
  'action.form.consents',
  'action.thanks',
  'sections',
  'furtherActions.action',
  'seo.shareImage',
  'share',
];
