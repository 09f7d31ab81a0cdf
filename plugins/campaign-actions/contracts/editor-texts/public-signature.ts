import { texts } from './text';

export const publicSignatureTexts = texts({
  'plugin::campaign-actions.signature': {
    name: { en: 'Public signatures', fr: 'Signatures publiques' },
    help: { en: '', fr: '' },
    fields: {},
  },
});
