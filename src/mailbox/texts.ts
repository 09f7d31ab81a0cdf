interface Texts {
  title: string;
  about: string;
  empty: string;
  emptyAbout: string;
  /** A list of so many. */
  mails: (count: number) => string;
  from: string;
  to: string;
  sent: string;
  /** The frame that the mail is shown in. */
  mail: string;
  asText: string;
  all: string;
  page: string;
  noSubject: string;
  gone: string;
  otherLanguage: string;
}

const en: Texts = {
  title: 'Mailbox of the demo',
  about:
    'This mailbox exists only in the demo. The mails here were sent to nobody: whatever address you sign with, its mail arrives on this page.',
  empty: 'No mail yet',
  emptyAbout: 'Sign on the campaign page, and the mail that asks for confirmation appears here.',
  mails: (count) => (count === 1 ? '1 mail' : `${count} mails, the newest first`),
  from: 'From',
  to: 'To',
  sent: 'Sent',
  mail: 'The mail as it is shown by a mail program',
  asText: 'The same as plain text',
  all: 'All mails',
  page: 'Campaign page',
  noSubject: '(no subject)',
  gone: 'There is no such mail, or not any more.',
  otherLanguage: 'Français',
};

const fr: Texts = {
  title: 'Boîte aux lettres de la démonstration',
  about:
    'Cette boîte aux lettres n’existe que dans la démonstration. Les courriels d’ici n’ont été envoyés à personne\u00a0: quelle que soit l’adresse avec laquelle vous signez, son courriel arrive sur cette page.',
  empty: 'Aucun courriel pour l’instant',
  emptyAbout:
    'Signez sur la page de campagne, et le courriel qui demande la confirmation apparaîtra ici.',
  mails: (count) =>
    count < 2 ? `${count} courriel` : `${count} courriels, le plus récent d’abord`,
  from: 'De',
  to: 'À',
  sent: 'Envoyé',
  mail: 'Le courriel tel qu’un logiciel de messagerie le montre',
  asText: 'Le même en texte brut',
  all: 'Tous les courriels',
  page: 'Page de campagne',
  noSubject: '(sans objet)',
  gone: 'Il n’y a pas de tel courriel, ou il n’y en a plus.',
  otherLanguage: 'English',
};

export const TEXTS = { en, fr };
