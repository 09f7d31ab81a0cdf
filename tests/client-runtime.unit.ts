import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { createChallenge } from 'altcha-lib';
import { build } from 'esbuild';

const WEB = path.resolve(__dirname, '../clients/web');

/** What browsers, Node and edge runtimes all have; nothing else is there for the client. */
const everywhere = (answer: typeof fetch): Record<string, unknown> => ({
  ...{ fetch: answer, AbortController, Response, ReadableStream, TextDecoder, URLSearchParams },
  ...{ setTimeout, clearTimeout, queueMicrotask, crypto, btoa },
});

/** The client as one script, in a world that holds only that. */
const clientIn = async (world: Record<string, unknown>): Promise<void> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(WEB, 'src/index.ts')],
    ...{ bundle: true, write: false, format: 'iife', globalName: 'web', target: 'es2022' },
    // Not of import.meta: where there is no Worker, nobody asks where its file lies.
    logLevel: 'error',
  });
  runInContext(outputFiles[0]?.text ?? '', createContext(world));
};

const answerTo = async (address: string, init: RequestInit): Promise<Response> => {
  if (address.endsWith('/stream'))
    return new Response(`event: counter\nid: 1\ndata: {"total":785,"revision":1}\n\n`);
  if (String(init.body as string).includes('"challenge"'))
    return Response.json({ data: { status: 'counted' } }, { status: 201 });
  const challenge = await createChallenge({
    ...{ algorithm: 'PBKDF2/SHA-256', cost: 10, counter: 9, deriveKey, data: { action: 'a' } },
    ...{ expiresAt: new Date(Date.now() + 60_000) },
    ...{ hmacSignatureSecret: 'secret', hmacKeySignatureSecret: 'key' },
  });
  return Response.json({ error: { details: { challenge } } }, { status: 428 });
};

describe('The client', () => {
  it('needs of its surroundings no more than every runtime has', async () => {
    const world = everywhere((address, init = {}) => answerTo(address as string, init));
    await clientIn(world);
    const program = `(async () => {
      const client = web.createCampaignActions({ baseUrl: 'https://act.example.org' });
      const { status } = await client.sign('a', { email: 'zoe@example.org' });
      const total = await new Promise((resolve) => {
        const end = client.watchCounter('a', ({ total }) => {
          end();
          resolve(total);
        });
      });
      return [status, total].join(' ');
    })()`;
    expect(await (runInContext(program, createContext(world)) as Promise<string>)).toBe(
      'counted 785',
    );
  });
});
