import { type InLanguages, inLanguage } from '../locale';

interface Texts {
  skip: string;
  takeAction: string;
  furtherActions: string;
  languages: string;
  privacyPolicy: string;
  draft: string;
  notLoaded: string;
  again: string;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    skip: 'Skip to the form',
    takeAction: 'Take action',
    furtherActions: 'One thing more',
    languages: 'Languages',
    privacyPolicy: 'Privacy policy',
    draft: 'Draft: nothing is stored.',
    notLoaded: 'This page could not be loaded.',
    again: 'Try again',
  },
  fr: {
    skip: 'Aller au formulaire',
    takeAction: 'Passer à l’action',
    furtherActions: 'Un geste de plus',
    languages: 'Langues',
    privacyPolicy: 'Politique de confidentialité',
    draft: 'Brouillon\u00a0: rien n’est enregistré.',
    notLoaded: 'Cette page n’a pas pu être chargée.',
    again: 'Réessayer',
  },
};

export const pageTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
