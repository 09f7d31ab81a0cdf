import { component } from '../../schema';

const withSource = { conditions: { visible: { '!!': [{ var: 'src' }] } } };

export const script = component({
  uid: 'campaign-actions.script',
  plural: 'scripts',
  icon: 'code',
  attributes: {
    name: { type: 'string', required: true, maxLength: 120 },
    placement: {
      type: 'enumeration',
      enum: ['head', 'body_start', 'body_end'],
      default: 'head',
      required: true,
    },
    src: { type: 'string', maxLength: 2000 },
    inline: { type: 'text', maxLength: 20_000 },
    async: { type: 'boolean', default: true, ...withSource },
    defer: { type: 'boolean', default: false, ...withSource },
    integrity: { type: 'string', maxLength: 500, ...withSource },
    consentCategory: {
      type: 'enumeration',
      enum: ['necessary', 'preferences', 'statistics', 'marketing'],
      default: 'marketing',
      required: true,
    },
  },
  view: {
    mainField: 'name',
    rows: [
      [['name', 12]],
      [
        ['placement', 6],
        ['consentCategory', 6],
      ],
      [['src', 12]],
      [['integrity', 12]],
      [
        ['async', 6],
        ['defer', 6],
      ],
      [['inline', 12]],
    ],
  },
});
