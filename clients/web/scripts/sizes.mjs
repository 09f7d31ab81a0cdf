// @ts-check
/** What a page has to load: the build prints it, and fails when it is too much. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1000;
/** Each with what it loads at once; what is imported later is not part of it. */
const MOST = {
  'index.js': 6 * KB,
  'challenge.js': 2 * KB,
  'challenge-worker.js': 2 * KB,
  'preview.js': 1 * KB,
  'campaign-elements.js': 44 * KB,
};

/** The file and all that it imports, unless only when needed. @param {string} folder @param {string} file @param {Set<string>} seen */
const withImports = async (folder, file, seen = new Set()) => {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = await readFile(path.join(folder, file), 'utf8');
  for (const [, other = ''] of text.matchAll(/(?:from|import)"\.\/([^"]+)"/g))
    await withImports(folder, other, seen);
  return seen;
};

/** @param {string} folder @returns whether any file is */
export const tooLarge = async (folder) => {
  let any = false;
  for (const [file, most] of Object.entries(MOST)) {
    let size = 0;
    for (const part of await withImports(folder, file))
      size += gzipSync(await readFile(path.join(folder, part))).length;
    const says = `${file.padEnd(22)} ${(size / KB).toFixed(2).padStart(6)} kB gzip, at most ${most / KB}`;
    if (size > most) console.error(`${says}: too large`);
    else console.log(says);
    any ||= size > most;
  }
  return any;
};
