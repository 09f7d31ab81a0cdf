import { component } from '../../schema';

export const timelineEntry = component({
  uid: 'campaign-actions.timeline-entry',
  plural: 'timeline_entries',
  icon: 'clock',
  attributes: {
    date: { type: 'string', required: true, maxLength: 60 },
    title: { type: 'string', maxLength: 200 },
    text: { type: 'text', maxLength: 2000 },
  },
  view: {
    mainField: 'date',
    rows: [
      [
        ['date', 4],
        ['title', 8],
      ],
      [['text', 12]],
    ],
  },
});
