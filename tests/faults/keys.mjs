// @ts-check
/**
 * The marks that the server makes of an address, and the tokens in its links, made again from the
 * operator's key: so rows can be found from outside, and a change of how they are made is noticed.
 */
import { createHmac, hkdfSync } from 'node:crypto';

/** @typedef {ReturnType<typeof createKeys>} Keys */

/** @param {string} operatorKey one key, as in CAMPAIGN_ACTIONS_KEYS @param {number} [table] version of the table of spellings */
export const createKeys = (operatorKey, table = 1) => {
  const secret = Buffer.from(operatorKey.slice(operatorKey.indexOf(':') + 1), 'base64');
  const derive = (/** @type {string} */ purpose) =>
    Buffer.from(hkdfSync('sha256', secret, '', `campaign-actions|v1|${purpose}`, 32));
  const keys = {
    index: derive('email-index'),
    suppression: derive('suppression'),
    token: derive('token'),
  };
  const mark = (/** @type {Buffer} */ key, /** @type {string | Buffer} */ message) =>
    createHmac('sha256', key).update(message).digest();
  return {
    /** The mark of a register row. `email` is in its canonical form. @param {string} action @param {string} email */
    index: (action, email) =>
      mark(keys.index, `email|v${table}|${action}|${email}`).toString('hex'),
    /** The mark of a submission. @param {string} action @param {string} email */
    suppression: (action, email) =>
      mark(keys.suppression, `suppression|v${table}|${action}|${email}`).toString('hex'),
    /** @param {'confirm' | 'reject' | 'withdraw'} purpose @param {Buffer} id of the submission or signature */
    token: (purpose, id) =>
      Buffer.concat([
        id,
        mark(keys.token, Buffer.concat([Buffer.from(`${purpose}|`), id])),
      ]).toString('base64url'),
  };
};
