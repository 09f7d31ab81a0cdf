import { component } from '../../schema';

export const share = component({
  uid: 'campaign-actions.share',
  plural: 'shares',
  icon: 'paperPlane',
  attributes: {
    text: { type: 'text', maxLength: 500 },
    emailSubject: { type: 'string', maxLength: 200 },
    emailBody: { type: 'text', maxLength: 5000 },
  },
  view: {
    mainField: 'emailSubject',
    rows: [[['text', 12]], [['emailSubject', 12]], [['emailBody', 12]]],
  },
});
