import { component } from '../../schema';

export const sectionTimeline = component({
  uid: 'campaign-actions.section-timeline',
  plural: 'section_timelines',
  icon: 'calendar',
  attributes: {
    heading: { type: 'string', maxLength: 200 },
    entries: {
      type: 'component',
      component: 'campaign-actions.timeline-entry',
      repeatable: true,
      required: true,
      min: 1,
      max: 100,
    },
  },
  view: { mainField: 'heading', rows: [[['heading', 12]], [['entries', 12]]] },
});
