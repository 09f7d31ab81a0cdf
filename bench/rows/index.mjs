// @ts-check
import { sign } from './sign.mjs';

/** Every row of the table, by the name it is chosen by. @type {Record<string, import('../contender.js').Row>} */
export const ROWS = { sign };
