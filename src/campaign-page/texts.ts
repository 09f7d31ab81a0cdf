interface Texts {
  doors: string;
  mailbox: string;
  unavailable: string;
}

export const TEXTS: Record<'en' | 'fr', Texts> = {
  en: {
    doors: 'For developers',
    mailbox: 'Mailbox of the demo',
    unavailable: 'This page cannot be shown right now. Please try again in a moment.',
  },
  fr: {
    doors: 'Pour les développeurs',
    mailbox: 'Boîte aux lettres de la démonstration',
    unavailable:
      'Cette page ne peut pas être affichée pour le moment. Veuillez réessayer dans un instant.',
  },
};

export const textsIn = (locale: string): Texts => (/^fr\b/i.test(locale) ? TEXTS.fr : TEXTS.en);
