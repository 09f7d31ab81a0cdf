// @ts-check
import { busy } from './busy.mjs';
import { full } from './full.mjs';
import { halfWay } from './half-way.mjs';
import { blind, kill } from './kill.mjs';
import { lostAnswers } from './lost-answers.mjs';
import { lostDatabase } from './lost-database.mjs';
import { mailDown } from './mail-down.mjs';
import { moved } from './moved.mjs';
import { redis } from './redis.mjs';
import { setAside } from './set-aside.mjs';
import { slowBodies } from './slow-bodies.mjs';
import { terminate } from './terminate.mjs';
import { trace } from './trace.mjs';
import { twoNodes } from './two-nodes.mjs';

/** In the order in which they are played. @type {import('../stage.js').Case[]} */
export const CASES = [
  kill,
  blind,
  trace,
  terminate,
  full,
  busy,
  slowBodies,
  setAside,
  halfWay,
  moved,
  mailDown,
  redis,
  twoNodes,
  lostAnswers,
  lostDatabase,
];
