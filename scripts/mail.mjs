// @ts-check
/** `npm run mail`: the latest mail that the demo wrote; `--token`: only the token of its first link. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { environment } from './environment.mjs';
import { open, Refusal } from './terminal.mjs';

await open(async () => {
  const folder = environment().values.MAIL_DIR ?? '.tmp/mail';
  const files = existsSync(folder) ? readdirSync(folder).filter((f) => f.endsWith('.eml')) : [];
  const latest = files.sort().at(-1);
  if (!latest) throw new Refusal(`There is no mail in ${folder} yet.`);

  const { default: PostalMime } = await import('postal-mime');
  const {
    to,
    subject,
    text = '',
  } = await PostalMime.parse(readFileSync(path.join(folder, latest)));
  if (process.argv.includes('--token')) {
    const [, token] = /#token=([\w-]+)/.exec(text) ?? [];
    if (!token) throw new Refusal('The latest mail has no link with a token.');
    return console.log(token);
  }
  console.log(`To: ${to?.[0]?.address}\nSubject: ${subject}\n\n${text.trim()}`);
});
