import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export interface Node {
  url: string;
  stop(): Promise<void>;
  /** As `kill -9`: it can do nothing about it. */
  kill(): Promise<void>;
}

/** Starts one more Strapi, in a process of its own, on the database of the app that was started last. */
export const startAnotherNode = async (): Promise<Node> => {
  const child = fork(path.join(__dirname, 'node-process.mjs'), {
    cwd: path.resolve(__dirname, '..'),
    // Of this story: jest gives each file an environment of its own.
    env: process.env,
  });
  const ended = once(child, 'exit');
  const url = await Promise.race([
    once(child, 'message').then(([message]) => String(message)),
    ended.then(([code]) => Promise.reject(new Error(`The other node ended (${code}).`))),
  ]);
  return {
    url,
    async stop() {
      child.disconnect();
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
