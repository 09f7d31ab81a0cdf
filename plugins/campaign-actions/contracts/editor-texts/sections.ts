import { texts } from './text';

export const sectionsTexts = texts({
  'campaign-actions.section-text': {
    name: { en: 'Text', fr: 'Texte' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.section-quote': {
    name: { en: 'Quote', fr: 'Citation' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.section-image': {
    name: { en: 'Image', fr: 'Image' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.section-figures': {
    name: { en: 'Figures', fr: 'Chiffres' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.figure': {
    name: { en: 'Figure', fr: 'Chiffre' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.section-timeline': {
    name: { en: 'Timeline', fr: 'Chronologie' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.timeline-entry': {
    name: { en: 'Event', fr: 'Événement' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.section-call-to-action': {
    name: { en: 'Call to action', fr: 'Appel à l’action' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.section-questions': {
    name: { en: 'Questions and answers', fr: 'Questions et réponses' },
    help: { en: '', fr: '' },
    fields: {},
  },
  'campaign-actions.question': {
    name: { en: 'Question', fr: 'Question' },
    help: { en: '', fr: '' },
    fields: {},
  },
});
