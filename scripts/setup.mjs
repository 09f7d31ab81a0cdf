// @ts-check
/** `npm run setup`: writes `.env` with fresh random values when there is none. */
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { environment, freshLines, NEEDED } from './environment.mjs';
import { open, Refusal } from './terminal.mjs';

const DATABASE = process.env.DATABASE_FILENAME ?? '.tmp/data.db';

const BACKUP = `
CAMPAIGN_ACTIONS_KEYS seals the personal data of supporters. Without it nobody can open a
signature again, you included. Copy that line of .env to a password manager or a safe now, and
keep it apart from backups of the database: whoever holds both can read everybody's data.`;

/** @param {{ add?: boolean }} [options] `add`: append what an existing `.env` lacks */
export const setup = ({ add = false } = {}) => {
  const { file, missing } = environment();
  if (!file) {
    if (existsSync(DATABASE)) {
      throw new Refusal(
        `There is a database (${DATABASE}) but no .env, and the keys of another .env cannot open its signatures: put that .env back, or move the database away.`,
      );
    }
    writeFileSync('.env', freshLines(Object.keys(NEEDED)), { mode: 0o600, flag: 'wx' });
    console.log('✓ Wrote .env with fresh random values');
    console.log(BACKUP);
    return;
  }
  if (missing.length === 0) return console.log('✓ .env has all that is needed');
  if (!add) {
    throw new Refusal(
      `.env lacks ${missing.join(', ')}: "npm run setup -- --add" appends fresh values (if the database already holds signatures, put CAMPAIGN_ACTIONS_KEYS back from its backup instead).`,
    );
  }
  appendFileSync('.env', `\n${freshLines(missing)}`);
  console.log(`✓ Added ${missing.join(', ')} to .env`);
  if (missing.includes('CAMPAIGN_ACTIONS_KEYS')) console.log(BACKUP);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await open(() => setup({ add: process.argv.includes('--add') }));
}
