import { texts } from './text';

export const campaignTexts = texts({
  'plugin::campaign-actions.campaign': {
    name: { en: 'Campaign page', fr: 'Page de campagne' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.hero': {
    name: { en: 'Key figure', fr: 'Chiffre clé' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.further-action': {
    name: { en: 'Further action', fr: 'Autre action' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.script': {
    name: { en: 'Script', fr: 'Script' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.seo': {
    name: { en: 'Search engines', fr: 'Moteurs de recherche' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.share': {
    name: { en: 'Sharing texts', fr: 'Textes de partage' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.external-id': {
    name: { en: 'Identifier elsewhere', fr: 'Identifiant externe' },
    help: { en: '', fr: '' },
    fields: {},
  },
});
