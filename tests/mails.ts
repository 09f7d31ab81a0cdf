import { watch } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';

export interface Mail {
  file: string;
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string | null;
  /** Header names in lower case. */
  headers: Record<string, string>;
  /** Links of the text, in order; the one that confirms stands first. */
  links: string[];
}

/** Reads a mail as it went over the wire; `file` is where it lies, if anywhere. */
export const parseMail = async (bytes: Buffer, file = ''): Promise<Mail> => {
  const mail = await PostalMime.parse(bytes);
  const text = mail.text ?? '';
  return {
    file,
    to: mail.to?.map(({ address }) => address).join(', ') ?? '',
    from: mail.from?.address ?? '',
    subject: mail.subject ?? '',
    text,
    html: mail.html ?? null,
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
  };
};

const parsed = new Map<string, Promise<Mail>>();

/** A mail never changes once its file is there, and stories look again and again. */
const parseOnce = (file: string): Promise<Mail> => {
  const mail = parsed.get(file) ?? readFile(file).then((bytes) => parseMail(bytes, file));
  parsed.set(file, mail);
  return mail;
};

/** All mails written so far, in the order of their file names. */
export const mails = async (mailDir: string): Promise<Mail[]> => {
  const files = (await readdir(mailDir)).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(files.map((name) => parseOnce(path.join(mailDir, name))));
};

/** The token that a link carries in its fragment. */
export const tokenIn = (link: string | undefined): string => {
  const token = /#token=([\w-]+)/.exec(link ?? '')?.[1];
  if (!token) throw new Error(`No token in the link ${link ?? '(none)'}.`);
  return token;
};

/**
 * The `nth` mail to an address, at once or when it arrives.
 *
 * @throws Error that lists what did arrive, when it has not come within ten seconds.
 */
export const waitForMail = async (mailDir: string, to: string, nth = 1): Promise<Mail> => {
  const patience = AbortSignal.timeout(10_000);
  // Watched before the first look, so that no mail slips in between.
  const watcher = watch(mailDir);
  const outOfPatience = new Promise((resolve) => {
    patience.addEventListener('abort', resolve, { once: true });
  });
  try {
    while (!patience.aborted) {
      const written = new Promise((resolve) => watcher.once('change', resolve));
      const mail = (await mails(mailDir)).filter((candidate) => candidate.to === to)[nth - 1];
      if (mail) return mail;
      await Promise.race([written, outOfPatience]);
    }
  } finally {
    watcher.close();
  }
  const seen = (await mails(mailDir)).slice(-10).map((mail) => `${mail.to}: ${mail.subject}`);
  throw new Error(
    `No mail number ${nth} to ${to}. Written last were:\n${seen.join('\n') || 'none'}`,
  );
};
