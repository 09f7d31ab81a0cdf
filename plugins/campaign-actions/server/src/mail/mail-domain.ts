import { getDomain } from 'tldts';
import { asciiDomain } from '../privacy/canonical-email';

/** Who runs the mailbox, as far as a name tells: `a.b.example.co.uk` is `example.co.uk`. */
export const mailDomain = (email: string): string => {
  const host = asciiDomain(email.slice(email.lastIndexOf('@') + 1).toLowerCase());
  return getDomain(host, { validateHostname: false }) ?? host;
};
