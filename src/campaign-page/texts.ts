interface Texts {
  doors: string;
  unavailable: string;
}

export const TEXTS: Record<'en' | 'fr', Texts> = {
  en: {
    doors: 'For developers',
    unavailable: 'This page cannot be shown right now. Please try again in a moment.',
  },
  fr: {
    doors: 'Pour les développeurs',
    unavailable:
      'Cette page ne peut pas être affichée pour le moment. Veuillez réessayer dans un instant.',
  },
};

export const textsIn = (locale: string): Texts => (/^fr\b/i.test(locale) ? TEXTS.fr : TEXTS.en);
