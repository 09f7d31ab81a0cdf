import { component } from '../../schema';

export const call = component({
  uid: 'campaign-actions.call',
  plural: 'calls',
  icon: 'phone',
  attributes: {
    numbers: {
      type: 'component',
      component: 'campaign-actions.call-number',
      repeatable: true,
      max: 20,
    },
    hours: { type: 'string', maxLength: 200 },
    timeZone: { type: 'string', maxLength: 60 },
    script: { type: 'text', maxLength: 10_000 },
  },
  view: {
    mainField: 'hours',
    rows: [
      [['numbers', 12]],
      [
        ['hours', 6],
        ['timeZone', 6],
      ],
      [['script', 12]],
    ],
  },
});
