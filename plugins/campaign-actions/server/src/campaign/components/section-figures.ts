import { component } from '../../schema';

export const sectionFigures = component({
  uid: 'campaign-actions.section-figures',
  plural: 'section_figures',
  icon: 'chartPie',
  attributes: {
    heading: { type: 'string', maxLength: 200 },
    figures: {
      type: 'component',
      component: 'campaign-actions.figure',
      repeatable: true,
      required: true,
      min: 1,
      max: 20,
    },
  },
  view: { mainField: 'heading', rows: [[['heading', 12]], [['figures', 12]]] },
});
