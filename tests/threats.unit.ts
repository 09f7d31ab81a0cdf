import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
const ROW = /^\| ([TR]-\d\d) +\|[^|]*\|[^|]*\| ([^|]+?) +\|$/;
const ID = /\b[TR]-\d\d\b/g;

interface Threat {
  id: string;
  test: string;
}

const threats = readFileSync(path.join(ROOT, 'docs', 'threats.md'), 'utf8')
  .split('\n')
  .flatMap((line): Threat[] => {
    const [, id, test] = ROW.exec(line) ?? [];
    return id && test ? [{ id, test }] : [];
  });

const FOLDERS = [
  'tests',
  'bench/rows',
  'plugins/campaign-actions/server/src',
  'plugins/campaign-actions/admin/src',
];
const IS_TEST = /\.(test|unit|browser)\.tsx?$|^bench\/rows\/|^tests\/faults\//;

const tests = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
    (file) => `${folder}/${file}`,
  ),
).filter((file) => IS_TEST.test(file) && /\.\w+$/.test(file));

const idsIn = (file: string): string[] => [
  ...new Set(readFileSync(path.join(ROOT, file), 'utf8').match(ID) ?? []),
];

/** Those that the name of a test holds: what a comment says is no promise. */
const namedIn = (file: string): string[] => [
  ...new Set(
    readFileSync(path.join(ROOT, file), 'utf8')
      .split('\n')
      .filter((line) => /['"`][^'"`]*\b[TR]-\d\d\b/.test(line))
      .flatMap((line) => line.match(ID) ?? []),
  ),
];

const isTested = ({ test }: Threat): boolean => !test.startsWith('None yet:');

describe('The page of threats (docs/threats.md)', () => {
  it('has a line for each that there is, once', () => {
    const known = threats.map(({ id }) => id);
    expect(known.length).toBeGreaterThan(60);
    expect(known).toEqual([...new Set(known)]);
  });

  it.each(threats.filter(isTested).map(({ id, test }) => [id, test]))(
    '%s: the files it names hold its test',
    (id, test) => {
      for (const file of test.split(', ')) {
        expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true]);
        expect([file, idsIn(file)]).toEqual([file, expect.arrayContaining([id])]);
      }
    },
  );

  it('names every file with a test of it', () => {
    const files = new Map(threats.map(({ id, test }) => [id, test.split(', ')]));
    const missing = tests.flatMap((file) =>
      namedIn(file).flatMap((id) => (files.get(id)?.includes(file) ? [] : [`${id}: ${file}`])),
    );
    expect(missing).toEqual([]);
  });

  it('says of each without a test why there is none', () => {
    for (const { test } of threats.filter((each) => !isTested(each)))
      expect(test).toMatch(/^None yet: .{15,}\.$/);
  });

  it('knows every id that a test has', () => {
    const known = new Set(threats.map(({ id }) => id));
    const unknown = tests
      .flatMap((file) => idsIn(file).map((id) => `${id} in ${file}`))
      .filter((found) => !known.has(found.slice(0, 4)));
    expect(unknown).toEqual([]);
  });
});
