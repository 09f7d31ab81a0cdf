import { component, shownWhen } from '../../schema';

export const consent = component({
  uid: 'campaign-actions.consent',
  plural: 'consents',
  icon: 'check',
  attributes: {
    text: { type: 'text', required: true, maxLength: 1000 },
    purpose: {
      type: 'enumeration',
      enum: ['marketing', 'publish', 'sharing', 'other'],
      default: 'marketing',
      required: true,
    },
    channel: {
      type: 'enumeration',
      enum: ['email', 'phone', 'post', 'sms', 'none'],
      default: 'email',
      required: true,
    },
    display: {
      type: 'enumeration',
      enum: ['checkbox', 'yes_no'],
      default: 'checkbox',
      required: true,
    },
    required: { type: 'boolean', default: false, ...shownWhen('display', 'checkbox') },
    name: { type: 'string', maxLength: 40 },
  },
  view: {
    mainField: 'text',
    rows: [
      [['text', 12]],
      [
        ['purpose', 6],
        ['channel', 6],
      ],
      [
        ['display', 6],
        ['required', 6],
      ],
      [['name', 6]],
    ],
  },
});
