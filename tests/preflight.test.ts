import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SCRIPT = path.resolve(__dirname, '../scripts/preflight.mjs');

const NEEDED = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'JWT_SECRET',
  'CAMPAIGN_ACTIONS_KEYS',
];

const run = async (args: string[], env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said: said.trim() };
};

describe('Before it starts, the host says in one sentence', () => {
  const secrets = Object.fromEntries(NEEDED.map((name) => [name, 'set']));

  it('that its port is busy, and how to take another', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const busy = await run([SCRIPT], { ...secrets, HOST: '127.0.0.1', PORT: String(port) });
    server.close();
    await once(server, 'close');
    expect(busy.code).toBe(1);
    expect(busy.said).toBe(
      `Port ${port} is busy: stop the program that uses it, or choose another, as in PORT=${port + 1} npm run demo.`,
    );
    const free = await run([SCRIPT], { ...secrets, HOST: '127.0.0.1', PORT: String(port) });
    expect(free).toEqual({ code: 0, said: '' });
  });

  it('that its port is no port', async () => {
    const { code, said } = await run([SCRIPT], { ...secrets, PORT: 'http' });
    expect([code, said]).toEqual([1, 'PORT is "http", and must be a number from 1 to 65535.']);
  });

  it.each(['18.20.4', '27.0.0'])('that Node %s is not supported, and which is', async (version) => {
    const url = pathToFileURL(SCRIPT).href;
    const asked = `import(${JSON.stringify(url)}).then(({ checkNode }) => checkNode('${version}')).catch(({ message }) => { console.error(message); process.exit(1); })`;
    expect(await run(['-e', asked])).toEqual({
      code: 1,
      said: `Node ${version} is not supported: use Node 20 to 26, from https://nodejs.org.`,
    });
  });
});
