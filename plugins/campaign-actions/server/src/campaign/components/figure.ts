import { component } from '../../schema';

export const figure = component({
  uid: 'campaign-actions.figure',
  plural: 'figures',
  icon: 'chartBubble',
  attributes: {
    figure: { type: 'string', required: true, maxLength: 40 },
    statement: { type: 'text', required: true, maxLength: 300 },
  },
  view: {
    mainField: 'figure',
    rows: [
      [
        ['figure', 4],
        ['statement', 8],
      ],
    ],
  },
});
