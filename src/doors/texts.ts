interface Texts {
  title: string;
  lead: string;
  campaigns: string;
  page: string;
  json: string;
  counter: string;
  none: string;
  /** Stands between the sentence above and the command. */
  noneHow: string;
  admin: string;
  adminAbout: string;
  api: string;
  organisation: string;
  list: string;
  more: string;
  moreAbout: string;
  otherLanguage: string;
}

const en: Texts = {
  title: 'Campaign actions',
  lead: 'Campaign pages, signatures and an exact live counter, served by Strapi. These are the doors in.',
  campaigns: 'Campaigns',
  page: 'Page',
  json: 'Page as JSON',
  counter: 'Counter',
  none: 'No campaign is published yet.',
  noneHow: 'The demo content is loaded with',
  admin: 'Admin panel',
  adminAbout: 'Write campaigns, publish them and watch their counters.',
  api: 'Reading over HTTP',
  organisation: 'The organisation',
  list: 'All campaigns',
  more: 'Signing',
  moreAbout:
    'README.md in the repository is a tour of five minutes with curl: read, sign, confirm, count.',
  otherLanguage: 'Français',
};

const fr: Texts = {
  title: 'Actions de campagne',
  lead: 'Des pages de campagne, des signatures et un compteur exact en direct, servis par Strapi. Voici les portes d’entrée.',
  campaigns: 'Campagnes',
  page: 'La page',
  json: 'La page en JSON',
  counter: 'Compteur',
  none: 'Aucune campagne n’est encore publiée.',
  noneHow: 'Le contenu de démonstration se charge avec',
  admin: 'Panneau d’administration',
  adminAbout: 'Rédigez des campagnes, publiez-les et suivez leurs compteurs.',
  api: 'Lire par HTTP',
  organisation: 'L’organisation',
  list: 'Toutes les campagnes',
  more: 'Signer',
  moreAbout:
    'Le fichier README.md du dépôt propose une visite de cinq minutes avec curl : lire, signer, confirmer, compter.',
  otherLanguage: 'English',
};

export const TEXTS = { en, fr };
