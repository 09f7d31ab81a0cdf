// @ts-check
import { boot } from './boot.mjs';
import { challenge } from './challenge.mjs';
import { clock } from './clock.mjs';
import { confirm } from './confirm.mjs';
import { counter, counterKnown } from './counter.mjs';
import { limits } from './limits.mjs';
import { nodes } from './nodes.mjs';
import { page } from './page.mjs';
import { sign, signAsked } from './sign.mjs';
import { stored } from './stored.mjs';
import { stream } from './stream.mjs';
import { texts } from './texts.mjs';

/** Every row of the table, by the name it is chosen by. @type {Record<string, import('../row.js').Row>} */
export const ROWS = {
  sign,
  'sign-asked': signAsked,
  confirm,
  counter,
  'counter-known': counterKnown,
  page,
  stored,
  stream,
  nodes,
  boot,
  clock,
  limits,
  challenge,
  texts,
};
