import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const WEB = path.resolve(__dirname, '../clients/web');

describe('The types of the client', () => {
  it('are those of the contracts: npm run contracts -w campaign-actions-web', async () => {
    const print =
      "import('./scripts/write-contracts.mjs').then(async (m) => process.stdout.write(await m.contracts()))";
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', print], { cwd: WEB });
    expect(await readFile(path.join(WEB, 'src/contracts.ts'), 'utf8')).toBe(stdout);
  });
});
