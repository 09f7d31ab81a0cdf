import { ACTION_FIELD } from '../../plugin';
import { component } from '../../schema';

export const furtherAction = component({
  uid: 'campaign-actions.further-action',
  plural: 'further_actions',
  icon: 'link',
  attributes: {
    label: { type: 'string', required: true, maxLength: 80 },
    title: { type: 'string', required: true, maxLength: 255 },
    action: { type: 'customField', customField: ACTION_FIELD },
    url: { type: 'string', maxLength: 2000 },
  },
  view: {
    mainField: 'title',
    rows: [
      [
        ['label', 4],
        ['title', 8],
      ],
      [
        ['action', 6],
        ['url', 6],
      ],
    ],
  },
});
