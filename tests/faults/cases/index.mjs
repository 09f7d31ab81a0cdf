// @ts-check
import { blind, kill } from './kill.mjs';

/** In the order in which they are played. @type {import('../stage.js').Case[]} */
export const CASES = [kill, blind];
