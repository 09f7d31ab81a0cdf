import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createJournalFile } from './journal-file';

describe("The erasure journal's file", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'campaign-actions-journal-'));
    file = path.join(folder, 'made', 'erasures.log');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const text = (): Promise<string> => readFile(file, 'utf8');

  it('is made with its folder, for nobody else to read', async () => {
    await createJournalFile(file).append(['one', 'two']);
    expect(await text()).toBe('one\ntwo\n');
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('gets each line once, whoever wrote it, also after a restart', async () => {
    const [one, other] = [createJournalFile(file), createJournalFile(file)];
    await one.append(['one']);
    await other.append(['one', 'two']);
    await one.append(['two', 'three']);
    await createJournalFile(file).append(['one', 'two', 'three', 'four']);
    expect(await text()).toBe('one\ntwo\nthree\nfour\n');
  });

  it('has every line whole after one was cut off by a crash', async () => {
    await createJournalFile(file).append(['one', 'two']);
    await appendFile(file, 'thr');
    await createJournalFile(file).append(['one', 'two', 'three']);
    expect(await text()).toBe('one\ntwo\nthr\nthree\n');
  });

  it('is noticed when it was taken away or put back as it was', async () => {
    const journal = createJournalFile(file);
    expect(await journal.isAnother()).toBe(true);
    await journal.append(['one']);
    const backup = await text();
    await journal.append(['two']);
    expect(await journal.isAnother()).toBe(false);
    await writeFile(file, backup);
    expect(await journal.isAnother()).toBe(true);
    await journal.append(['one', 'two']);
    expect(await text()).toBe('one\ntwo\n');
    await rm(file);
    expect(await journal.isAnother()).toBe(true);
  });
});
