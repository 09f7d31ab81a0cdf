import type { MailLanguage } from '../texts';

/** What a test mail says before anything else. */
export const TEST_WORDS: Record<MailLanguage, { subject: string; text: string }> = {
  en: {
    subject: '[Test]',
    text: 'This is a test of this mail. Its links do nothing, and “Zoë” stands for whoever gets it.',
  },
  fr: {
    subject: '[Essai]',
    text: 'Ceci est un essai de ce courriel. Ses liens ne font rien, et « Zoë » tient lieu du prénom.',
  },
};
