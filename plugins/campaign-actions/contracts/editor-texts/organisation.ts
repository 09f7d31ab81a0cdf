import { texts } from './text';

export const organisationTexts = texts({
  'plugin::campaign-actions.organisation': {
    name: { en: 'Organisation', fr: 'Organisation' },
    help: { en: 'Who runs the campaigns.', fr: 'Qui mène les campagnes.' },
    fields: {},
  },
  'campaign-actions.share-handle': {
    name: { en: 'Social account', fr: 'Compte de réseau social' },
    help: { en: '', fr: '' },
    fields: {},
  },
});
