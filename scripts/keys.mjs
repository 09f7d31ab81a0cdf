// @ts-check
/**
 * `npm run keys:generate`, `keys:check`, `keys:rotate`, `keys:reindex`, `keys:retire`, `keys:shred`: the
 * operator's keys, on the command line only. They work on the database that `.env` names, while servers
 * run.
 */
import { check } from './keys/check.mjs';
import { generate } from './keys/generate.mjs';
import { reindex } from './keys/reindex.mjs';
import { retire } from './keys/retire.mjs';
import { rotate } from './keys/rotate.mjs';
import { shred } from './keys/shred.mjs';
import { Refusal, open } from './terminal.mjs';

/** @type {Record<string, () => Promise<void> | void>} */
const COMMANDS = { generate, check, rotate, reindex, retire, shred };

await open(() => {
  const command = COMMANDS[process.argv[2] ?? ''];
  if (!command) throw new Refusal(`Say one of ${Object.keys(COMMANDS).join(', ')}.`);
  return command();
});
