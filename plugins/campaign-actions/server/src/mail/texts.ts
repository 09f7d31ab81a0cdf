/** Every mail this plugin sends; the list is closed. None is bulk mail: each answers a signature. */
export type MailKind = 'confirm' | 'already-signed' | 'thanks';

/** What the sentences may mention. */
export interface MailFacts {
  /** These two are null for a sensitive action: a mail must not out a person. */
  organisation: string | null;
  title: string | null;
  confirmUrl: string | null;
  rejectUrl: string | null;
  withdrawUrl: string | null;
  /** For people whose mail program does not follow the link: the page's bare address, and what to paste there. */
  page: string;
  code: string | null;
}

export interface MailText {
  subject: string;
  paragraphs: string[];
}

type Texts = Record<MailKind, (facts: MailFacts) => MailText>;

const present = (paragraphs: (string | null)[]): string[] =>
  paragraphs.filter((each) => each !== null);

const en: Texts = {
  confirm: ({ organisation, title, confirmUrl, rejectUrl, page, code }) => ({
    subject: 'Please confirm your e-mail address',
    paragraphs: present([
      title
        ? `Thank you for taking action: “${title}”. It counts once you confirm that this address is yours.`
        : 'Please confirm that this e-mail address is yours.',
      `Confirm here:\n${confirmUrl}`,
      `If the link does not open, go to ${page} and paste this code:\n${code}`,
      `This was not you? Say so here, and we will not write to you about it again:\n${rejectUrl}`,
      organisation,
    ]),
  }),
  'already-signed': ({ organisation, title, confirmUrl, withdrawUrl, page, code }) => ({
    subject: 'Please confirm your e-mail address',
    paragraphs: present([
      title
        ? `You have already taken this action: “${title}”. It counts once, however often you sign.`
        : 'You have already confirmed this e-mail address.',
      `To confirm the choices you have just made:\n${confirmUrl}`,
      `If the link does not open, go to ${page} and paste this code:\n${code}`,
      withdrawUrl && `To withdraw instead:\n${withdrawUrl}`,
      organisation,
    ]),
  }),
  thanks: ({ organisation, title, withdrawUrl }) => ({
    subject: 'Thank you',
    paragraphs: present([
      title
        ? `Thank you. Your name stands under “${title}”.`
        : 'Thank you. Your confirmation has arrived.',
      withdrawUrl && `If you change your mind, withdraw here:\n${withdrawUrl}`,
      organisation,
    ]),
  }),
};

const fr: Texts = {
  confirm: ({ organisation, title, confirmUrl, rejectUrl, page, code }) => ({
    subject: 'Veuillez confirmer votre adresse courriel',
    paragraphs: present([
      title
        ? `Merci d’agir : « ${title} ». Votre signature comptera dès que vous aurez confirmé que cette adresse est la vôtre.`
        : 'Veuillez confirmer que cette adresse courriel est la vôtre.',
      `Confirmez ici :\n${confirmUrl}`,
      `Si le lien ne s’ouvre pas, allez à ${page} et collez-y ce code :\n${code}`,
      `Ce n’était pas vous? Dites-le ici, et nous ne vous écrirons plus à ce sujet :\n${rejectUrl}`,
      organisation,
    ]),
  }),
  'already-signed': ({ organisation, title, confirmUrl, withdrawUrl, page, code }) => ({
    subject: 'Veuillez confirmer votre adresse courriel',
    paragraphs: present([
      title
        ? `Vous avez déjà agi : « ${title} ». Une signature compte une seule fois, même répétée.`
        : 'Vous avez déjà confirmé cette adresse courriel.',
      `Pour confirmer les choix que vous venez de faire :\n${confirmUrl}`,
      `Si le lien ne s’ouvre pas, allez à ${page} et collez-y ce code :\n${code}`,
      withdrawUrl && `Pour retirer votre signature :\n${withdrawUrl}`,
      organisation,
    ]),
  }),
  thanks: ({ organisation, title, withdrawUrl }) => ({
    subject: 'Merci',
    paragraphs: present([
      title
        ? `Merci. Votre nom figure sous « ${title} ».`
        : 'Merci. Votre confirmation nous est parvenue.',
      withdrawUrl && `Si vous changez d’avis, retirez votre signature ici :\n${withdrawUrl}`,
      organisation,
    ]),
  }),
};

/** The text of a mail in the supporter's language; English where there is no translation. */
export const mailText = (kind: MailKind, locale: string, facts: MailFacts): MailText =>
  (locale.split('-')[0] === 'fr' ? fr : en)[kind](facts);
