import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Core } from '@strapi/strapi';
import { API } from './signatures';
import { oneApp } from './one-app';

const ROOT = path.resolve(__dirname, '..');

const { app, supporters } = oneApp(async ({ app }) => {
  const file = path.join(ROOT, 'dist/src/demo/seed.js');
  const { seed } = (await import(file)) as { seed: (strapi: Core.Strapi) => Promise<unknown> };
  await seed(app.strapi);
});

/** What somebody has who copies every snippet between two headings into one file. */
const programIn = async (from: string, to: string | null): Promise<string> => {
  const text = await readFile(path.join(ROOT, 'docs/frontends.md'), 'utf8');
  const end = to === null ? text.length : text.indexOf(`\n## ${to}\n`);
  const part = text.slice(text.indexOf(`\n## ${from}\n`), end);
  const snippets = [...part.matchAll(/```js\n([^]*?)```/g)].map(([, code]) => code);
  return snippets.join('\n').replaceAll('http://localhost:1337', app.url);
};

/** Runs it where the packages of this repository are found; answers what it printed. */
const run = async (program: string): Promise<string> => {
  const file = path.join(ROOT, `.tmp/snippets-${process.pid}.mjs`);
  await writeFile(file, program);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [file], { timeout: 50_000 });
    return stdout;
  } finally {
    await rm(file);
  }
};

describe('What docs/frontends.md prints', () => {
  it('of the client runs as it stands, and ends by itself', async () => {
    const lines = (await run(await programIn('The client', 'Strapi’s own client'))).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      'Attacks on LGBTI people in Chechnya must stop 6',
      ...['785 people have taken action 785', 'sending'],
    ]);
    expect(lines).toEqual(
      expect.arrayContaining(['785', 'confirmation-sent', 'email format', 'givenName required']),
    );
    const { body } = await app.get<{ data: { action: { documentId: string } } }>(
      `${API}/campaigns/attacks-on-lgbti-people-in-chechnya-must-stop`,
    );
    expect(await supporters.submissions(body.data.action.documentId)).toHaveLength(1);
  });

  it('of Strapi’s own client runs, too', async () => {
    expect((await run(await programIn('Strapi’s own client', null))).trim().split('\n')).toEqual([
      'Les attaques contre les personnes LGBTI en Tchétchénie doivent cesser',
      'Amnesty International Canada 785 people have taken action',
    ]);
  });
});
