import { component } from '../../schema';

export const question = component({
  uid: 'campaign-actions.question',
  plural: 'questions',
  icon: 'question',
  attributes: {
    question: { type: 'string', required: true, maxLength: 255 },
    answer: { type: 'blocks', required: true },
  },
  view: { mainField: 'question', rows: [[['question', 12]], [['answer', 12]]] },
});
