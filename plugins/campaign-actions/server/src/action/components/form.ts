import { component } from '../../schema';

export const form = component({
  uid: 'campaign-actions.form',
  plural: 'forms',
  icon: 'bulletList',
  attributes: {
    heading: { type: 'string', maxLength: 200 },
    messageHeading: { type: 'string', maxLength: 200 },
    submitLabel: { type: 'string', maxLength: 80 },
    fields: {
      type: 'component',
      component: 'campaign-actions.form-field',
      repeatable: true,
      max: 40,
    },
    consents: {
      type: 'component',
      component: 'campaign-actions.consent',
      repeatable: true,
      max: 20,
    },
  },
  view: {
    mainField: 'heading',
    rows: [
      [
        ['heading', 6],
        ['submitLabel', 6],
      ],
      [['messageHeading', 12]],
      [['fields', 12]],
      [['consents', 12]],
    ],
  },
});
