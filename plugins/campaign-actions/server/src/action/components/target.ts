import { component } from '../../schema';

export const target = component({
  uid: 'campaign-actions.target',
  plural: 'targets',
  icon: 'user',
  attributes: {
    name: { type: 'string', required: true, maxLength: 200 },
    role: { type: 'string', maxLength: 200 },
    postalAddress: { type: 'text', maxLength: 500 },
  },
  view: {
    mainField: 'name',
    rows: [
      [
        ['name', 6],
        ['role', 6],
      ],
      [['postalAddress', 12]],
    ],
  },
});
