// @ts-check
/**
 * What the commands share that handle the operator's keys.
 *
 * @typedef {import('../../plugins/campaign-actions/server/src/privacy/key-use.js').KeyUse} KeyUse
 * @typedef {import('../../plugins/campaign-actions/server/src/privacy/retire.js').KeyTies} KeyTies
 * @typedef {import('../../plugins/campaign-actions/server/src/privacy/retire.js').LeftBehind} LeftBehind
 * @typedef {object} OperatorKeys the part of the plugin's service that is used here
 * @property {{ active: { id: string }, byId: (id: string) => unknown }} keyring
 * @property {() => Promise<KeyUse[]>} uses
 * @property {(told: Told) => Promise<number>} rewrap
 * @property {(agreed: boolean, told: (action: string, step: string, done: number, all: number) => void) => Promise<Moved[]>} reindex
 * @property {(keyId: string) => Promise<KeyTies>} ties
 * @property {() => Promise<LeftBehind[]>} leftBehind
 * @property {(keyId: string) => Promise<boolean>} retire
 * @property {(action: string) => Promise<{ signatures: number, submissions: number, destroyed: boolean } | null>} shreddable
 * @property {(action: string, told: Told) => Promise<boolean>} shred
 * @typedef {(done: number, all: number) => void} Told
 * @typedef {{ action: string, outcome: 'moved' | 'there' | 'asks', seconds: number, unreadable: number }} Moved
 */
import { parseArgs } from 'node:util';
import { loadHost } from '../host.mjs';
import { checkEnvironment, checkNode } from '../preflight.mjs';
import { Refusal } from '../terminal.mjs';

/** What stands behind the command. */
export const options = () => {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(3),
      options: {
        action: { type: 'string' },
        key: { type: 'string' },
        yes: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
};

/** @param {(keys: OperatorKeys) => Promise<void>} deed */
export const withKeys = async (deed) => {
  checkNode();
  checkEnvironment();
  const strapi = await loadHost();
  try {
    await deed(strapi.plugin('campaign-actions').service('operatorKeys'));
  } finally {
    await strapi.destroy();
  }
};

/** @type {Told} */
export const progress = (done, all) => console.log(`… ${done} of ${all}`);

export const people = (/** @type {number} */ n) => (n === 1 ? 'one person' : `${n} people`);

export const many = (/** @type {number} */ n, /** @type {string} */ word) =>
  `${n} ${word}${n === 1 ? '' : 's'}`;
