/** What editors may put into a mail's text, by name in braces. */
export const PLACEHOLDERS = ['givenName', 'title', 'organisation'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export const isPlaceholder = (name: string): name is Placeholder =>
  (PLACEHOLDERS as readonly string[]).includes(name);

export type PlaceholderValues = Record<Placeholder, string | null>;

/** What an editor wrote in place of our words; empty where ours hold. */
export interface OwnText {
  subject: string | null;
  text: string | null;
}

/** The mails whose words editors may choose; `already-signed` says what only we know. */
export const OWN_MAILS = ['confirm', 'reminder', 'thanks'] as const;
export type OwnMail = (typeof OWN_MAILS)[number];
export type OwnTexts = Record<OwnMail, OwnText>;

/** The component of an action as it is stored. */
export type MailsContent = Partial<Record<`${OwnMail}${'Subject' | 'Text'}`, string | null>>;

const written = (text: string | null | undefined): string | null => text?.trim() || null;

export const ownTexts = (mails: MailsContent | null | undefined): OwnTexts => ({
  confirm: { subject: written(mails?.confirmSubject), text: written(mails?.confirmText) },
  reminder: { subject: written(mails?.reminderSubject), text: written(mails?.reminderText) },
  thanks: { subject: written(mails?.thanksSubject), text: written(mails?.thanksText) },
});

const BRACES = /\{([^{}]*)\}/g;

/** What stands in braces, in the order of the text. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(BRACES)].map(([, name = '']) => name);

/** With nothing to fill in, the space before it goes too: "Hello {givenName}," becomes "Hello,". */
export const fill = (text: string, values: PlaceholderValues): string =>
  text.replace(/[ \u00a0]?\{([^{}]*)\}/g, (whole, name: string) => {
    if (!isPlaceholder(name)) return whole;
    const value = values[name];
    if (!value) return '';
    return whole.startsWith('{') ? value : whole.charAt(0) + value;
  });

/** One line, whatever was pasted into it. A supporter's name is no part of a subject. */
export const fillSubject = (text: string, values: PlaceholderValues): string =>
  fill(text, { ...values, givenName: null })
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();

const PLAIN_NAME = /^[\p{L}\p{M}](?:[\p{L}\p{M}'’ \u00a0-]|\.(?=[ \u00a0-]|$)){0,39}$/u;

/** A name that a mail may greet: strangers can type anything, and have us send it. */
export const greetable = (name: string | null | undefined): string | null => {
  const trimmed = name?.trim() ?? '';
  return PLAIN_NAME.test(trimmed) ? trimmed : null;
};
