import { component } from '../../schema';

export const sectionQuote = component({
  uid: 'campaign-actions.section-quote',
  plural: 'section_quotes',
  icon: 'quote',
  attributes: {
    text: { type: 'text', required: true, maxLength: 2000 },
    name: { type: 'string', maxLength: 120 },
    role: { type: 'string', maxLength: 200 },
  },
  view: {
    mainField: 'name',
    rows: [
      [['text', 12]],
      [
        ['name', 6],
        ['role', 6],
      ],
    ],
  },
});
