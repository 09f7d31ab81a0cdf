import { component } from '../../schema';

export const sectionText = component({
  uid: 'campaign-actions.section-text',
  plural: 'section_texts',
  icon: 'layer',
  attributes: {
    heading: { type: 'string', maxLength: 200 },
    body: { type: 'blocks', required: true },
  },
  view: { mainField: 'heading', rows: [[['heading', 12]], [['body', 12]]] },
});
