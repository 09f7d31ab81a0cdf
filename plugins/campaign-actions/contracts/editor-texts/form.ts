import { texts } from './text';

export const formTexts = texts({
  'campaign-actions.form': {
    name: { en: 'Form', fr: 'Formulaire' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.form-field': {
    name: { en: 'Field', fr: 'Champ' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.consent': {
    name: { en: 'Opt-in', fr: 'Consentement' },
    help: { en: '', fr: '' },
    fields: {},
  },
});
