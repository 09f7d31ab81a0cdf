import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The journal's file as one process sees it. Others on this machine may append to it, too. */
export interface JournalFile {
  /**
   * Appends those lines that are not in it yet, and answers once they are on the disk.
   *
   * @throws what the file system threw
   */
  append(lines: string[]): Promise<void>;
  /** Whether another file lies there than the one that was appended to last, or none. */
  isAnother(): Promise<boolean>;
}

const syncFolder = async (file: string): Promise<void> => {
  // A new file is on the disk only when its folder is; Windows has no such thing.
  const folder = await open(path.dirname(file), 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
};

/** Whether what stands before the end was cut off, by a crash or a full disk. */
const endsMidLine = async (handle: FileHandle, size: number): Promise<boolean> => {
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== 0x0a;
};

export const createJournalFile = (file: string): JournalFile => {
  /** Everything up to here was read; what others append after it is read before we do. */
  let readUpTo = 0;
  let inode = 0;
  const there = new Set<string>();

  const readOn = async (handle: FileHandle): Promise<number> => {
    const { size, ino } = await handle.stat();
    if (ino !== inode || size < readUpTo) {
      // Another file lies there now, or an older copy of it.
      there.clear();
      readUpTo = 0;
      inode = ino;
    }
    if (size > readUpTo) {
      const input = handle.createReadStream({
        start: readUpTo,
        end: size - 1,
        encoding: 'utf8',
        autoClose: false,
      });
      for await (const line of createInterface({ input, crlfDelay: Infinity })) there.add(line);
      readUpTo = size;
    }
    return size;
  };

  return {
    async isAnother() {
      const found = await stat(file).catch(() => null);
      return found?.ino !== inode || found.size < readUpTo;
    },
    async append(lines) {
      await mkdir(path.dirname(file), { recursive: true });
      const handle = await open(file, 'a+', 0o600);
      try {
        const size = await readOn(handle);
        // What was found once need not be remembered: each line is asked for once.
        const fresh = lines.filter((line) => !there.delete(line));
        if (fresh.length === 0) return;
        const start = (await endsMidLine(handle, size)) ? '\n' : '';
        const text = `${start}${fresh.join('\n')}\n`;
        await handle.appendFile(text);
        await handle.sync();
        readUpTo = size + Buffer.byteLength(text);
        if (size === 0) await syncFolder(file);
      } finally {
        await handle.close();
      }
    },
  };
};
