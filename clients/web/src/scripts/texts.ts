import { type InLanguages, inLanguage } from '../locale';
import type { Category } from './consent';

interface Texts {
  heading: string;
  about: string;
  acceptAll: string;
  refuseAll: string;
  choose: string;
  save: string;
  /** The way back to it. */
  again: string;
  categories: Record<Category, { name: string; about: string }>;
}

const TEXTS: InLanguages<Texts> = {
  en: {
    heading: 'Your privacy',
    about:
      'This page would like to load scripts of others. None of them is needed to take action, and none runs unless you agree.',
    acceptAll: 'Accept all',
    refuseAll: 'Refuse all',
    choose: 'Choose',
    save: 'Save my choice',
    again: 'Privacy choices',
    categories: {
      preferences: { name: 'Preferences', about: 'Remember how you like to see the page.' },
      statistics: { name: 'Statistics', about: 'Count visits, to make the page better.' },
      marketing: { name: 'Marketing', about: 'Measure advertisements, and show them elsewhere.' },
    },
  },
  fr: {
    heading: 'Votre vie privée',
    about:
      'Cette page souhaite charger des scripts tiers. Aucun n’est nécessaire pour passer à l’action, et aucun ne s’exécute sans votre accord.',
    acceptAll: 'Tout accepter',
    refuseAll: 'Tout refuser',
    choose: 'Choisir',
    save: 'Enregistrer mon choix',
    again: 'Choix de confidentialité',
    categories: {
      preferences: {
        name: 'Préférences',
        about: 'Se souvenir de la façon dont vous aimez voir la page.',
      },
      statistics: { name: 'Statistiques', about: 'Compter les visites, pour améliorer la page.' },
      marketing: {
        name: 'Publicité',
        about: 'Mesurer des annonces et en montrer ailleurs.',
      },
    },
  },
};

export const scriptsTexts = (locale: string): Texts => inLanguage(locale, TEXTS);
