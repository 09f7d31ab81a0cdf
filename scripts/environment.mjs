// @ts-check
/** The variables that the app cannot run without, and the `.env` file that holds them. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const FILE = '.env';

const secret = () => randomBytes(16).toString('base64');

/** @type {Record<string, { about: string, fresh: () => string }>} */
export const NEEDED = {
  APP_KEYS: { about: 'signs cookies', fresh: () => `${secret()},${secret()}` },
  API_TOKEN_SALT: { about: 'hashes API tokens', fresh: secret },
  ADMIN_JWT_SECRET: { about: 'signs sessions of the admin panel', fresh: secret },
  TRANSFER_TOKEN_SALT: { about: 'hashes transfer tokens', fresh: secret },
  ENCRYPTION_KEY: { about: "encrypts Strapi's own stored tokens", fresh: secret },
  JWT_SECRET: { about: 'signs sessions of users-permissions', fresh: secret },
  CAMPAIGN_ACTIONS_KEYS: {
    about: 'seals personal data; keep a copy apart from the database',
    fresh: () => `k1:${randomBytes(32).toString('base64')}`,
  },
};

/** @returns {Record<string, string> | null} null when there is no `.env` */
const read = () => {
  if (!existsSync(FILE)) return null;
  /** @type {Record<string, string>} */
  const values = {};
  const lines = readFileSync(FILE, 'utf8').matchAll(/^[ \t]*(\w+)[ \t]*=[ \t]*(.*?)[ \t]*\r?$/gm);
  for (const [, name = '', value = ''] of lines)
    values[name] = value.replace(/^(['"])(.*)\1$/, '$2');
  return values;
};

/**
 * The environment as Strapi will see it: what is already set wins over the file.
 *
 * @returns {{ file: boolean, values: Record<string, string | undefined>, missing: string[] }}
 */
export const environment = () => {
  const fromFile = read();
  const values = { ...fromFile, ...process.env };
  const missing = Object.keys(NEEDED).filter((name) => !values[name]);
  return { file: fromFile !== null, values, missing };
};

/** @param {string[]} names */
export const freshLines = (names) =>
  names.map((name) => `# ${NEEDED[name]?.about}\n${name}=${NEEDED[name]?.fresh()}\n`).join('\n');
