// @ts-check
/** What would stop the server, said in one sentence before it is started. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';
import { environment } from './environment.mjs';
import { open, Refusal } from './terminal.mjs';

export const checkNode = (version = process.versions.node) => {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { engines } = /** @type {{ engines: { node: string } }} */ (manifest);
  const [oldest = 0, newest = 0] = [...engines.node.matchAll(/=(\d+)/g)].map(([, n]) => Number(n));
  const major = Number.parseInt(version, 10);
  if (major >= oldest && major <= newest) return;
  throw new Refusal(
    `Node ${version} is not supported: use Node ${oldest} to ${newest}, from https://nodejs.org.`,
  );
};

export const checkEnvironment = () => {
  const { file, missing } = environment();
  if (missing.length === 0) return;
  throw new Refusal(
    file
      ? `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing: "npm run setup" says how to add ${missing.length > 1 ? 'them' : 'it'} to .env.`
      : 'There is no .env: "npm run setup" writes one with fresh random values.',
  );
};

/**
 * @param {string} [usualHost] where it listens unless HOST says otherwise
 * @returns {Promise<number>} the port that the server will take
 */
export const checkPort = async (usualHost = '0.0.0.0') => {
  const { values } = environment();
  const port = Number(values.PORT ?? 1337);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Refusal(`PORT is "${values.PORT}", and must be a number from 1 to 65535.`);
  const probe = createServer().listen(port, values.HOST ?? usualHost);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Refusal(
      code === 'EADDRINUSE'
        ? `Port ${port} is busy: stop the program that uses it, or choose another, as in PORT=${port + 1} npm run demo.`
        : `Port ${port} cannot be opened (${code}): choose another with PORT.`,
    );
  }
  probe.close();
  await once(probe, 'close');
  return port;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await open(async () => {
    checkNode();
    checkEnvironment();
    await checkPort();
  });
}
