// @ts-check
/** What a run that starts processes and fills folders does so that nothing stays behind. */
import { rmSync } from 'node:fs';
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Whatever was started ends with this process, which must therefore end itself. */
export const exitOnSignals = () => {
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]))
    process.once(signal, () => process.exit(code));
};

/** A folder that goes with this process. @param {string} what it is for */
export const makeFolder = async (what) => {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), `campaign-actions-${what}-`)));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
