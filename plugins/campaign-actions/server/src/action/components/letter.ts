import { component } from '../../schema';

export const letter = component({
  uid: 'campaign-actions.letter',
  plural: 'letters',
  icon: 'envelop',
  attributes: {
    salutation: { type: 'string', maxLength: 200 },
    body: { type: 'text', maxLength: 10_000 },
    closing: { type: 'string', maxLength: 200 },
    talkingPoints: { type: 'text', maxLength: 5000 },
    recipientName: { type: 'string', maxLength: 200 },
    recipientPostalAddress: { type: 'text', maxLength: 500 },
  },
  view: {
    mainField: 'salutation',
    rows: [
      [['salutation', 12]],
      [['body', 12]],
      [['closing', 12]],
      [['talkingPoints', 12]],
      [
        ['recipientName', 6],
        ['recipientPostalAddress', 6],
      ],
    ],
  },
});
