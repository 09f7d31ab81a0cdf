import { ACTION_FIELD } from '../../plugin';
import { component } from '../../schema';

export const thanks = component({
  uid: 'campaign-actions.thanks',
  plural: 'thanks',
  icon: 'heart',
  attributes: {
    heading: { type: 'string', maxLength: 200 },
    body: { type: 'blocks' },
    redirectUrl: { type: 'string', maxLength: 2000 },
    nextAction: { type: 'customField', customField: ACTION_FIELD },
  },
  view: {
    mainField: 'heading',
    rows: [
      [['heading', 12]],
      [['body', 12]],
      [
        ['nextAction', 6],
        ['redirectUrl', 6],
      ],
    ],
  },
});
