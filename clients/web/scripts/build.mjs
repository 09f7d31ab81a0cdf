// @ts-check
/**
 * `npm run build -w campaign-actions-web`: ES modules, small, with types that stand by themselves.
 *
 * | file                    | what it is                                                    |
 * | ----------------------- | ------------------------------------------------------------- |
 * | `index.js`              | the client                                                    |
 * | `elements.js`           | the elements, sharing code with the client                    |
 * | `html.js`, `html.cjs`   | the renderers, for servers; Strapi's own is CommonJS          |
 * | `campaign-elements.js`  | client and elements in one file, for a page without a bundler |
 * | `challenge.js`          | solves a challenge; loaded when one is asked for              |
 * | `challenge-worker.js`   | does so beside the page                                       |
 * | `preview.js`            | loads a page anew when its draft was saved in the panel       |
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { tooLarge } from './sizes.mjs';

process.chdir(path.dirname(import.meta.dirname));
await rm('dist', { recursive: true, force: true });

const ENTRIES = ['index', 'elements', 'html'];

/** Markup and styles are indented for us alone. @type {import('esbuild').Plugin} */
const withoutIndent = {
  name: 'without-indent',
  setup(esbuild) {
    esbuild.onLoad({ filter: /\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(/\n[ \t]+/g, '\n'),
      loader: 'ts',
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const SHARED = {
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  plugins: [withoutIndent],
};

/** What solves a challenge is a file of its own for all of them. @type {import('esbuild').Plugin} */
const solverApart = {
  name: 'solver-apart',
  setup(esbuild) {
    esbuild.onResolve({ filter: /\/challenge\/solve$/ }, () => ({
      path: './challenge.js',
      external: true,
    }));
  },
};

await build({
  ...SHARED,
  entryPoints: ENTRIES.map((name) => `src/${name}.ts`),
  splitting: true,
  chunkNames: '[name]-[hash]',
  plugins: [withoutIndent, solverApart],
});
await build({
  ...SHARED,
  entryPoints: ['src/campaign-elements.ts'],
  plugins: [withoutIndent, solverApart],
});
await build({
  ...SHARED,
  entryPoints: [{ in: 'src/html.ts', out: 'html' }],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
});
// Wherever they are put, they are whole.
await build({
  ...SHARED,
  entryPoints: [
    { in: 'src/challenge/solve.ts', out: 'challenge' },
    { in: 'src/challenge/worker.ts', out: 'challenge-worker' },
    { in: 'src/preview.ts', out: 'preview' },
  ],
});

/**
 * Types for Node's own resolution, which wants whole file names, and for whoever uses `require` a tree
 * of their own.
 *
 * @param {string[]} entries @param {'js' | 'cjs'} extension
 */
const declare = async (entries, extension) => {
  const program = ts.createProgram(
    entries.map((name) => path.resolve(`src/${name}.ts`)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      strict: true,
      declaration: true,
      emitDeclarationOnly: true,
      outDir: 'dist',
      rootDir: 'src',
    },
  );
  /** @type {Promise<void>[]} */
  const written = [];
  const { diagnostics } = program.emit(undefined, (file, text) => {
    ts.sys.createDirectory(path.dirname(file));
    const named = text.replace(/((?:from |import\()['"]\.{1,2}\/[^'"]+)/g, `$1.${extension}`);
    written.push(writeFile(file.replace(/ts$/, extension.replace('js', 'ts')), named));
  });
  await Promise.all(written);
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (problems.length === 0) return;
  console.error(
    ts.formatDiagnosticsWithColorAndContext(problems, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => process.cwd(),
      getNewLine: () => '\n',
    }),
  );
  process.exitCode = 1;
};
await declare([...ENTRIES, 'campaign-elements'], 'js');
await declare(['html'], 'cjs');

if (await tooLarge('dist')) process.exitCode = 1;
