/** What nodemailer tells of a mail that was not taken. */
interface SmtpError {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  message?: string;
}

/**
 * `for-good`: this mailbox takes no mail. `theirs`: not now, and it is the mailbox or its domain.
 * `ours`: not now, and it is our own mail server, or how it is set up.
 */
export type MailFailure = 'for-good' | 'theirs' | 'ours';

const ABOUT_RECIPIENT = new Set(['RCPT TO', 'DATA']);

/** RFC 3463: "security or policy", such as a mail server that does not know us. The mailbox may be well. */
const isPolicy = (response: string): boolean => /^5\d\d[ -]5\.7\.\d/.test(response);

/**
 * A 5xx is for good only where it speaks of the mailbox: one against our login or our sender would
 * else throw away everybody's mail.
 */
export const failureOf = (error: unknown): MailFailure => {
  const { code, command = '', responseCode = 0, response = '', message } = error as SmtpError;
  // An address that cannot even be said in SMTP.
  if (code === 'EENVELOPE' && command === 'API') return 'for-good';
  // A server that is slow about one mail says nothing, and had greeted us well before.
  if (code === 'ETIMEDOUT' && message === 'Timeout') return 'theirs';
  if (!ABOUT_RECIPIENT.has(command)) return 'ours';
  if (responseCode < 500) return 'theirs';
  return isPolicy(response) ? 'ours' : 'for-good';
};
