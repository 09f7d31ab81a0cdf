import { component } from '../../schema';

export const callNumber = component({
  uid: 'campaign-actions.call-number',
  plural: 'call_numbers',
  icon: 'phone',
  attributes: {
    label: { type: 'string', required: true, maxLength: 120 },
    number: { type: 'string', required: true, maxLength: 40 },
  },
  view: {
    mainField: 'label',
    rows: [
      [
        ['label', 6],
        ['number', 6],
      ],
    ],
  },
});
