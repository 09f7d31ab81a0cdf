import { z } from '@strapi/utils';

/** Every mail of an action, in the order in which a supporter may get them. */
export const mailKinds = ['confirm', 'already-signed', 'reminder', 'thanks'] as const;
export const mailKind = z.enum(mailKinds);
export type MailKind = z.infer<typeof mailKind>;

/** A mail as it looks with what is saved, published or not. */
export const pictureOfMail = z.strictObject({
  kind: mailKind,
  /** Name and address, as a mailbox shows them. */
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  /** A whole page, without scripts. */
  html: z.string(),
});
export type PictureOfMail = z.infer<typeof pictureOfMail>;

export const panelMails = z.strictObject({
  mails: z.array(pictureOfMail),
  /** Signers are at risk: our own neutral words are used, whatever an editor wrote. */
  neutral: z.boolean(),
  /** Mailboxes that took no mail of this action. */
  bounced: z.int(),
});
export type PanelMails = z.infer<typeof panelMails>;

/** Which mail to send to whoever asks. */
export const testMailBody = z.object({
  data: z.object({ kind: mailKind, locale: z.string().max(35) }),
});

/** Where the test mail went; `folder` where mail becomes files. */
export const testMailSent = z.strictObject({ to: z.string(), folder: z.string().nullable() });
export type TestMailSent = z.infer<typeof testMailSent>;
