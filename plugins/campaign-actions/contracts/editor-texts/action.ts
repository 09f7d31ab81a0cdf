import { texts } from './text';

export const actionTexts = texts({
  'plugin::campaign-actions.action': {
    name: { en: 'Action', fr: 'Action' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.target': {
    name: { en: 'Target', fr: 'Destinataire' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.letter': {
    name: { en: 'Letter', fr: 'Lettre' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.call': {
    name: { en: 'Phone call', fr: 'Appel téléphonique' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.call-number': {
    name: { en: 'Phone number', fr: 'Numéro de téléphone' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.thanks': {
    name: { en: 'Thank-you page', fr: 'Page de remerciement' },
    help: { en: '', fr: '' },
    fields: {},
  },
});
