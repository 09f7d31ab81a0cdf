import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';

const PLUGIN = path.resolve(__dirname, '../plugins/campaign-actions');
const FOLDERS = ['server/src', 'contracts', 'admin/src'];

/** Made of the plugin's own words, never of what arrives; with what stands in them when it runs. */
const BUILT: Record<string, string[]> = {
  'server/src/http/early-path.ts': ['^\\/actions\\/([^/]+)\\/counter\\/history\\/?$'],
  'server/src/publication/encoded-page.ts': [',"counter":"campaign-actions counter ([^"]+)"'],
};

interface Found {
  file: string;
  /** Null for one that is built while running. */
  pattern: { source: string; flags: string } | null;
}

const isProduct = (name: string): boolean =>
  /\.(tsx?|js)$/.test(name) && !/\.(test|fixture|d)\.tsx?$/.test(name);

const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(PLUGIN, folder), { recursive: true, encoding: 'utf8' })
    .filter(isProduct)
    .map((name) => path.join(folder, name)),
);

const isBuilt = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === 'RegExp';

const literal = (text: string): Found['pattern'] => {
  const end = text.lastIndexOf('/');
  return { source: text.slice(1, end), flags: text.slice(end + 1) };
};

const foundIn = (file: string): Found[] => {
  const text = readFileSync(path.join(PLUGIN, file), 'utf8');
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ file, pattern: literal(node.text) });
    if (isBuilt(node)) found.push({ file, pattern: null });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
};

describe('The regular expressions of the plugin', () => {
  const all = files.flatMap(foundIn);
  const literals = all.flatMap(({ file, pattern }) => (pattern ? [{ file, ...pattern }] : []));
  const built = Object.entries(BUILT).flatMap(([file, sources]) =>
    sources.map((source) => ({ file, source, flags: '' })),
  );

  it('are found by the parser, and of those built while running we know each (T-54)', () => {
    expect(literals.length).toBeGreaterThan(50);
    const sites = all.flatMap(({ file, pattern }) => (pattern ? [] : [file]));
    expect(sites.sort()).toEqual(Object.keys(BUILT).sort());
  });

  it('take time in proportion to what they read, whatever that is (T-54)', () => {
    const slow = [...literals, ...built].flatMap(({ file, source, flags }) => {
      const { status } = checkSync(source, flags);
      return status === 'safe' ? [] : [[file, source, status]];
    });
    expect(slow).toEqual([]);
  }, 120_000);

  it('would be told apart from one that does not', () => {
    expect(checkSync('(a+)+$', '').status).toBe('vulnerable');
  });
});
