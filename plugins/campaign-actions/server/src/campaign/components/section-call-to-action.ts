import { ACTION_FIELD } from '../../plugin';
import { component } from '../../schema';

export const sectionCallToAction = component({
  uid: 'campaign-actions.section-call-to-action',
  plural: 'section_calls_to_action',
  icon: 'cursor',
  attributes: {
    heading: { type: 'string', maxLength: 200 },
    text: { type: 'text', maxLength: 1000 },
    label: { type: 'string', maxLength: 80 },
    action: { type: 'customField', customField: ACTION_FIELD },
    url: { type: 'string', maxLength: 2000 },
  },
  view: {
    mainField: 'heading',
    rows: [
      [
        ['heading', 8],
        ['label', 4],
      ],
      [['text', 12]],
      [
        ['action', 6],
        ['url', 6],
      ],
    ],
  },
});
