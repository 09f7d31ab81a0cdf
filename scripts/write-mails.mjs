// @ts-check
/** `npm run mails:write`: writes tests/mails-as-sent anew, to be looked at in a browser and committed. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const jest = path.join('node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, '--selectProjects', 'unit', '--testPathPatterns', 'tests/mails-as-sent'],
  { stdio: 'inherit', env: { ...process.env, WRITE_MAILS: 'yes' } },
);
process.exitCode = status ?? 1;
