import type { MailLanguage } from '../texts';

interface TestWords {
  subject: string;
  /** Of one mail alone. */
  text: string;
  /** Of a signature that goes the whole way; it names nothing that could out a person. */
  whole: string;
}

/** What a test mail says before anything else. */
export const TEST_WORDS: Record<MailLanguage, TestWords> = {
  en: {
    subject: '[Test]',
    text: 'This is a test of this mail. Its links do nothing, and “Zoë” stands for whoever gets it.',
    whole: 'This is a test. Its links work, and nothing is counted.',
  },
  fr: {
    subject: '[Essai]',
    text: 'Ceci est un essai de ce courriel. Ses liens ne font rien, et « Zoë » tient lieu du prénom.',
    whole: 'Ceci est un essai. Ses liens fonctionnent, et rien n’est compté.',
  },
};
