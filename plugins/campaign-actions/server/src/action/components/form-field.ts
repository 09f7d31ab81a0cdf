import { component, shownWhen } from '../../schema';

const isOwn = { '==': [{ var: 'field' }, 'own'] };

/** One question of the form. E-mail is always asked and stands in no list. */
export const formField = component({
  uid: 'campaign-actions.form-field',
  plural: 'form_fields',
  icon: 'pencil',
  attributes: {
    field: {
      type: 'enumeration',
      enum: [
        'givenName',
        'familyName',
        'phone',
        'country',
        'region',
        'postalCode',
        'city',
        'message',
        'own',
      ],
      default: 'givenName',
      required: true,
    },
    type: {
      type: 'enumeration',
      enum: ['text', 'number', 'date', 'choice', 'checkbox'],
      default: 'text',
      ...shownWhen('field', 'own'),
    },
    label: { type: 'string', required: true, maxLength: 200 },
    required: { type: 'boolean', default: false },
    maxLength: { type: 'integer', min: 1, max: 5000 },
    options: {
      type: 'text',
      maxLength: 5000,
      conditions: { visible: { and: [isOwn, { '==': [{ var: 'type' }, 'choice'] }] } },
    },
    help: { type: 'string', maxLength: 300 },
    name: {
      type: 'string',
      maxLength: 40,
      ...shownWhen('field', 'own'),
    },
  },
  view: {
    mainField: 'label',
    rows: [
      [
        ['field', 6],
        ['type', 6],
      ],
      [
        ['label', 8],
        ['required', 4],
      ],
      [['options', 12]],
      [
        ['help', 8],
        ['maxLength', 4],
      ],
      [['name', 6]],
    ],
  },
});
