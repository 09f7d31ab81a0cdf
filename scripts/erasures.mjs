// @ts-check
/**
 * `npm run erasures:replay`: after a backup was restored, does again what was withdrawn, rejected and
 * erased since it was made, as the journal says that ERASURE_JOURNAL or `--file` names. Running it
 * twice changes nothing.
 */
import { parseArgs } from 'node:util';
import { loadHost } from './host.mjs';
import { checkEnvironment, checkNode } from './preflight.mjs';
import { open, Refusal } from './terminal.mjs';

/**
 * @typedef {import('../plugins/campaign-actions/server/src/erasure/replayed.js').Replayed} Replayed
 * @typedef {{ replay(file?: string): Promise<Replayed & { file: string }> }} ErasureReplay
 */

const MOST_NUMBERS = 20;

const numbers = (/** @type {number[]} */ lines) => {
  const said = lines.slice(0, MOST_NUMBERS).join(', ');
  const rest = lines.length - MOST_NUMBERS;
  return rest > 0 ? `${said} and ${rest} more` : said;
};

const fileAsked = () => {
  try {
    return parseArgs({ options: { file: { type: 'string' } } }).values.file;
  } catch {
    throw new Refusal(
      'Say "npm run erasures:replay", or "npm run erasures:replay -- --file FILE".',
    );
  }
};

await open(async () => {
  const asked = fileAsked();
  checkNode();
  checkEnvironment();
  const strapi = await loadHost();
  try {
    /** @type {ErasureReplay} */
    const erasures = strapi.plugin('campaign-actions').service('erasureReplay');
    const done = await erasures
      .replay(asked)
      .catch((/** @type {NodeJS.ErrnoException} */ error) => {
        if (error.syscall !== 'open') throw error;
        throw new Refusal(`The journal cannot be read (${error.code}): ${error.path}`);
      });
    const { file, lines, deleted, anonymised, shredded, closed, leftInPeace } = done;
    const { signedSince, wrongLines } = done;
    console.log(`✓ ${lines} lines of ${file}`);
    console.log(
      deleted + anonymised + shredded + closed === 0
        ? '✓ Nothing of it had come back: nothing changed'
        : `✓ ${deleted} rows that had been taken back are deleted, ${anonymised} signatures name nobody any more, ${leftInPeace} addresses are left in peace again`,
    );
    if (shredded > 0) console.log(`✓ The data of ${shredded} actions are destroyed again`);
    if (closed > 0)
      console.log(
        `✓ ${closed} actions whose data were destroyed, and that nobody had signed, are closed again`,
      );
    for (const action of signedSince)
      console.log(
        `! Left alone, since it was first signed after the day its data were destroyed: ${action}. "npm run keys:shred -- --action ${action}" destroys them.`,
      );
    if (wrongLines.length > 0)
      throw new Refusal(
        `✗ Left out, because they are no lines of an erasure journal: ${numbers(wrongLines)}. One may have been cut off when a server was killed; then it stands whole further down.`,
      );
  } finally {
    await strapi.destroy();
  }
});
