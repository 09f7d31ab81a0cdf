import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type * as Nodemailer from 'nodemailer';
import { DEFAULT_MAIL_DIR, type Options } from '../config';
import { load } from '../load';
import { asciiDomain } from '../privacy/canonical-email';

export interface Mail {
  /** Stable over retries, so that a mailbox can tell a repeat. */
  id: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Sender {
  /** @throws when the mail was not taken; it is tried again later. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Well below the outbox's lease: a server that hangs must not make another node send the mail too. */
const DEADLINE_MS = 20_000;

const message = ({ id, from, to, subject, text, html }: Mail) => ({
  // Address objects, never strings: nothing typed by a supporter can become a second recipient.
  from,
  to: { name: '', address: deliverable(to) },
  subject,
  text,
  html,
  // Left to find out by itself which encoding is the shortest, it takes half as long again.
  textEncoding: 'quoted-printable' as const,
  messageId: `<${id}@${from.address.split('@')[1] ?? 'localhost'}>`,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The domain as the email index reads it, so that mail and register never mean two hosts. */
const deliverable = (address: string): string => {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${asciiDomain(address.slice(at + 1))}`;
};

interface Transport<Sent> {
  /** Made with the first mail. */
  open: () => Nodemailer.Transporter<Sent>;
  close: () => void;
}

const transportOf = <Sent>(
  make: (library: typeof Nodemailer) => Nodemailer.Transporter<Sent>,
): Transport<Sent> => {
  let made: Nodemailer.Transporter<Sent> | undefined;
  return {
    open: () => (made ??= make(load<typeof Nodemailer>('nodemailer'))),
    close: () => made?.close(),
  };
};

/** Real mail, over SMTP. `url` is `smtp://` or `smtps://`, with user and password where needed. */
export const createSmtpSender = (url: string): Sender => {
  const transport = transportOf(({ createTransport }) =>
    createTransport({
      url,
      pool: true,
      // As many as are ever under way: a slow one then holds up no other. The address may say fewer.
      maxConnections: 20,
      connectionTimeout: DEADLINE_MS,
      greetingTimeout: DEADLINE_MS,
      socketTimeout: DEADLINE_MS,
    }),
  );
  return {
    async send(mail) {
      await transport.open().sendMail(message(mail));
    },
    close: transport.close,
  };
};

/** A mail holds an address and a way to act for its owner, in clear. */
const OWNER_ONLY = { file: 0o600, folder: 0o700 };

/** Makes the folder only where it is missing: at first, or when somebody tidied up. */
const writeInto = (folder: string, file: string, bytes: Buffer): void => {
  try {
    writeFileSync(file, bytes, { mode: OWNER_ONLY.file });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY.folder });
    writeFileSync(file, bytes, { mode: OWNER_ONLY.file });
  }
};

/** Without SMTP every mail becomes an `.eml` file, which appears whole or not at all. */
export const createFileSender = (folder: string): Sender => {
  const transport = transportOf(({ createTransport }) =>
    createTransport({ streamTransport: true, buffer: true }),
  );
  return {
    async send(mail) {
      const { message: bytes } = await transport.open().sendMail(message(mail));
      const file = path.join(
        folder,
        `${new Date().toISOString().replace(/[:.]/g, '-')}-${mail.id}.eml`,
      );
      // At once: a small file costs a third of what it costs by way of other threads.
      writeInto(folder, `${file}.part`, bytes as Buffer);
      renameSync(`${file}.part`, file);
    },
    close: transport.close,
  };
};

/** Where mail goes on this server. */
export const createSender = ({ smtpUrl, mailDir }: Pick<Options, 'smtpUrl' | 'mailDir'>): Sender =>
  smtpUrl ? createSmtpSender(smtpUrl) : createFileSender(mailDir || DEFAULT_MAIL_DIR);
