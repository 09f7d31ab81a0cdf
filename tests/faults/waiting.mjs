// @ts-check
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';

const LONGEST_MS = 60_000;

/** Waits until something holds that comes by itself. @param {() => Promise<boolean>} holds @param {string} sentence of what did not come */
export const until = async (holds, sentence) => {
  for (const from = performance.now(); !(await holds()); await sleep(20))
    if (performance.now() - from > LONGEST_MS) throw new Failure(sentence);
};
