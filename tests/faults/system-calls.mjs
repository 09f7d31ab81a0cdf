// @ts-check
/** What a node asked of its system, in the order in which it did, as `strace` tells it. */
import { spawnSync } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * @typedef {object} Call
 * @property {string} name
 * @property {string} on the file or connection
 * @property {string} rest what was given, and what came of it
 * @property {number} began number of the line on which it began
 */

const SYNCS = ['fsync', 'fdatasync'];
const READS = ['read', 'recvfrom', 'recvmsg'];
const WRITES = ['write', 'writev', 'sendto', 'sendmsg'];
const STORES = ['pwrite64'];

/** Whether it can be used here. */
export const canTrace = () => spawnSync('strace', ['-D', '-qq', 'true']).status === 0;

/** What starts a program so that its calls go to a file; the program stays a child of whoever starts it. */
export const tracing = (/** @type {string} */ file) => [
  ...['strace', '-D', '-f', '-qq', '-yy', '--seccomp-bpf', '-o', file],
  ...['-e', `trace=${[...SYNCS, ...READS, ...WRITES, ...STORES].join(',')}`],
];

const WHOLE = /^(\d+) +(\w+)\(\d+<(.*?)>(.*)$/;
const RESUMED = /^(\d+) +<\.\.\. \w+ resumed>(.*)$/;
const UNFINISHED = / <unfinished \.\.\.>$/;

/**
 * Each call as it began and, where another came between, as it ended.
 *
 * @param {string} file
 * @param {{ began: (call: Call) => void, ended: (call: Call, at: number) => void }} told
 */
const readCalls = async (file, { began, ended }) => {
  /** @type {Map<string, Call>} by thread */
  const unfinished = new Map();
  let at = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    at += 1;
    const [, thread = '', name, on = '', rest = ''] = WHOLE.exec(line) ?? [];
    if (name) {
      const call = { name, on, rest: rest.replace(UNFINISHED, ''), began: at };
      began(call);
      if (UNFINISHED.test(line)) unfinished.set(thread, call);
      else ended(call, at);
      continue;
    }
    const [, resumed = '', more = ''] = RESUMED.exec(line) ?? [];
    const call = unfinished.get(resumed);
    if (call) ended({ ...call, rest: call.rest + more }, at);
    unfinished.delete(resumed);
  }
};

const ACKNOWLEDGES = /"HTTP\/1\.1 20[12] /;
const GOT_SOMETHING = / = [1-9]\d*$/;
const DONE = / = 0$/;
const isConnection = (/** @type {string} */ on) => on.startsWith('TCP');

/**
 * Of each acknowledgement, whether something was written into the database after the request had been
 * read, and synced, before the first byte of the answer went out.
 *
 * @param {string} file of the trace
 * @param {string} database its file
 */
export const acknowledgements = async (file, database) => {
  /** @type {Map<string, number>} when something was read last, by connection */
  const read = new Map();
  let [stored, onDisk, durable, early] = [0, 0, 0, 0];
  /** @type {Map<number, number>} what was stored when each sync began */
  const storedBefore = new Map();
  const isDatabase = (/** @type {string} */ on) => on === database || on === `${database}-wal`;
  await readCalls(file, {
    began({ name, on, rest, began }) {
      if (SYNCS.includes(name) && isDatabase(on)) storedBefore.set(began, stored);
      if (!WRITES.includes(name) || !isConnection(on) || !ACKNOWLEDGES.test(rest)) return;
      if (onDisk > (read.get(on) ?? Infinity)) durable += 1;
      else early += 1;
    },
    ended({ name, on, rest, began }, at) {
      if (READS.includes(name) && isConnection(on) && GOT_SOMETHING.test(rest)) read.set(on, at);
      if (STORES.includes(name) && isDatabase(on)) stored = began;
      if (SYNCS.includes(name) && DONE.test(rest)) onDisk = storedBefore.get(began) ?? onDisk;
    },
  });
  return { durable, early };
};
