import { type Options, DEFAULT_MAIL_FROM } from '../config';

type MailOptions = Pick<Options, 'smtpUrl' | 'mailDir' | 'mailFrom' | 'publicUrl'>;

const LOCAL = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)/;

/** What keeps mail from reaching supporters, a sentence each. Whoever names `MAIL_DIR` wants files. */
export const mailWarnings = ({ smtpUrl, mailDir, mailFrom, publicUrl }: MailOptions): string[] => {
  if (!smtpUrl && mailDir) return [];
  const warnings = [];
  if (!smtpUrl)
    warnings.push(
      'No mail is sent, so nobody can confirm a signature: set SMTP_URL, or MAIL_DIR if files are what you want.',
    );
  if (mailFrom === DEFAULT_MAIL_FROM)
    warnings.push(
      `Mail comes from ${DEFAULT_MAIL_FROM}, which mailboxes refuse: set MAIL_FROM to an address of yours.`,
    );
  if (LOCAL.test(publicUrl))
    warnings.push(
      `Links in mail lead to ${publicUrl}, which supporters cannot open: set PUBLIC_URL to this server's public address.`,
    );
  return warnings;
};
