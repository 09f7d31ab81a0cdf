import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

/** A mail as the demo shows it. */
export interface Mail {
  /** Of its file. */
  name: string;
  from: string;
  to: string;
  subject: string;
  date: Date | null;
  text: string;
  html: string | null;
}

export interface Mailbox {
  /** Names of the files, the newest first; they begin with the time. */
  names(): Promise<string[]>;
  /** Null when there is none of that name. */
  mail(name: string): Promise<Mail | null>;
}

const MOST_KEPT = 500;

const parse = async (file: string): Promise<Mail> => {
  // A reader of mail is no part of what runs in production.
  const { default: PostalMime } = await import('postal-mime');
  const { from, to, subject, date, text, html } = await PostalMime.parse(await readFile(file));
  return {
    name: path.basename(file),
    from: from?.name ? `${from.name} <${from.address}>` : (from?.address ?? ''),
    to: to?.map(({ address }) => address).join(', ') ?? '',
    subject: subject ?? '',
    date: date ? new Date(date) : null,
    text: (text ?? '').trim(),
    html: html ?? null,
  };
};

/** @param folder of `.eml` files; each appears whole, and never changes */
export const openMailbox = (folder: string): Mailbox => {
  const kept = new Map<string, Promise<Mail | null>>();

  const names = async (): Promise<string[]> => {
    const files = await readdir(folder).catch(() => []);
    return files.filter((name) => name.endsWith('.eml')).sort((a, b) => (a < b ? 1 : -1));
  };

  return {
    names,
    async mail(name) {
      // A name leads to no other folder.
      if (path.basename(name) !== name || !name.endsWith('.eml')) return null;
      const known = kept.get(name);
      if (known) return known;
      if (kept.size >= MOST_KEPT) kept.clear();
      const mail = parse(path.join(folder, name)).catch(() => null);
      kept.set(name, mail);
      if ((await mail) === null) kept.delete(name);
      return mail;
    },
  };
};
