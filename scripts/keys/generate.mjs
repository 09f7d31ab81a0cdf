// @ts-check
import { randomBytes } from 'node:crypto';

export const generate = () => {
  // A name that no key has had: a database remembers each, also of keys that are gone.
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const name = `k${day}-${randomBytes(2).toString('hex')}`;
  console.log(`${name}:${randomBytes(32).toString('base64')}`);
  // Beside the key itself, so that `npm run -s keys:generate > file` holds the key alone.
  console.error(`
Keep a copy apart from the database. Then, in this order: put it behind what CAMPAIGN_ACTIONS_KEYS
holds already, with a comma between, and start every server again; put it in front, and start every
server again; run "npm run keys:rotate". Take no older key away while "npm run keys:check" says that it
is needed.`);
};
