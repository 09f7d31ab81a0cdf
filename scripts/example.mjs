// @ts-check
/** `npm run example`: serves `examples/plain` with the three files it needs, as any web server would. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { build, install } from './prepare.mjs';
import { open } from './terminal.mjs';

const PORT = Number(process.env.EXAMPLE_PORT ?? 4000);
const SCRIPTS = ['campaign-elements.js', 'challenge.js', 'challenge-worker.js'];
/** @type {Map<string, { file: string, type: string }>} */
const FILES = new Map([
  ['/', { file: 'examples/plain/index.html', type: 'text/html' }],
  ...SCRIPTS.map(
    (name) =>
      /** @type {const} */ ([
        `/${name}`,
        { file: `clients/web/dist/${name}`, type: 'text/javascript' },
      ]),
  ),
]);

await open(async () => {
  await install();
  await build('web');
  createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const found = FILES.get(path);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    readFile(found.file).then(
      (bytes) => {
        response.writeHead(200, { 'Content-Type': `${found.type}; charset=utf-8` }).end(bytes);
      },
      () => response.writeHead(500).end(),
    );
  }).listen(PORT, () => console.log(`The page is at http://localhost:${PORT}/`));
});
