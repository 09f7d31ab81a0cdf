import { component } from '../../schema';

export const sectionQuestions = component({
  uid: 'campaign-actions.section-questions',
  plural: 'section_questions',
  icon: 'question',
  attributes: {
    heading: { type: 'string', maxLength: 200 },
    questions: {
      type: 'component',
      component: 'campaign-actions.question',
      repeatable: true,
      required: true,
      min: 1,
      max: 100,
    },
  },
  view: { mainField: 'heading', rows: [[['heading', 12]], [['questions', 12]]] },
});
