import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FIELD_ERRORS, PROBLEMS } from '../plugins/campaign-actions/server/src/http/problems';

const page = readFileSync(path.resolve(__dirname, '../docs/errors.md'), 'utf8');

/** The rows under a heading, each as its cells; what is code stands without its ticks. */
const rowsUnder = (heading: string): string[][] =>
  (page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );

describe('The page of errors', () => {
  it('lists every way to refuse a request, with its status and words, and no other', () => {
    expect(rowsUnder('A request')).toEqual(
      Object.entries(PROBLEMS).map(([code, problem]) => [code, ...problem.map(String)]),
    );
  });

  it('lists every code of a field, with its words, and no other', () => {
    expect(rowsUnder('A field').map(([code, message]) => [code, message])).toEqual(
      Object.entries(FIELD_ERRORS),
    );
  });
});
