// @ts-check
/** Reads the mails that a node writes as files, as the supporters' mailboxes would. */
import { readFile, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';

/** Node's file reads share four threads with the writers' look-ups: a few at a time are enough. */
const AT_ONCE = 50;

/** @typedef {{ email: string, token: string }} Link */

/** @param {string} source of one mail @returns {Link | null} null for a mail that asks nothing */
const confirmLinkIn = (source) => {
  const plain = source.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  const email = /^To: .*?([^\s<>]+@[^\s<>]+)/m.exec(plain)?.[1];
  const [, token = '', rest = ''] = /#token=([\w-]+)(\S*)/.exec(plain) ?? [];
  // The link that confirms stands first, and alone has nothing behind its token.
  return email && token && rest === '' ? { email, token } : null;
};

/** Takes the mails out of a folder. @param {string} folder @returns {Promise<Link[]>} those to be confirmed */
export const empty = async (folder) => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml')).slice(0, AT_ONCE);
  const links = await Promise.all(
    files.map(async (name) => {
      const file = path.join(folder, name);
      const link = confirmLinkIn(await readFile(file, 'utf8'));
      await unlink(file);
      return link;
    }),
  );
  return links.flatMap((link) => link ?? []);
};
