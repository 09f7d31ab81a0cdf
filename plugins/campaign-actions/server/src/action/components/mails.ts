import { component } from '../../schema';

// Strapi writes into each attribute what its column is called: no two may be one object.
const subject = () => ({ type: 'string', maxLength: 150 }) as const;
const text = () => ({ type: 'text', maxLength: 3000 }) as const;

/** An editor's words in place of ours, in one language; an empty box leaves ours. */
export const mails = component({
  uid: 'campaign-actions.mails',
  plural: 'mails',
  icon: 'envelop',
  attributes: {
    confirmSubject: subject(),
    confirmText: text(),
    reminderSubject: subject(),
    reminderText: text(),
    thanksSubject: subject(),
    thanksText: text(),
  },
  view: {
    mainField: 'confirmSubject',
    rows: [
      [['confirmSubject', 12]],
      [['confirmText', 12]],
      [['reminderSubject', 12]],
      [['reminderText', 12]],
      [['thanksSubject', 12]],
      [['thanksText', 12]],
    ],
  },
});
