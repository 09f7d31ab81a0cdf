// @ts-check
import { Refusal } from '../terminal.mjs';
import { many, people, withKeys } from './with-keys.mjs';

/**
 * @typedef {import('./with-keys.mjs').KeyUse} KeyUse
 * @typedef {import('./with-keys.mjs').LeftBehind} LeftBehind
 * @typedef {Pick<LeftBehind, 'keyId' | 'kind'>} Named
 */

const actions = (/** @type {number} */ n) => many(n, 'action');

const nameOf = (/** @type {Named} */ { keyId, kind }) =>
  kind === 'key' ? keyId : `spellings ${keyId}`;

/** Nothing, where nothing is left. */
const leftInWords = (/** @type {LeftBehind | undefined} */ left) =>
  [
    left?.waiting ? `${many(left.waiting, 'submission')} to be confirmed or on hold` : '',
    left?.suppressions ? `the wish of ${people(left.suppressions)} to be left in peace` : '',
  ]
    .filter(Boolean)
    .join(' and ');

const tableInWords = (/** @type {KeyUse} */ { active, problem, finds }) => {
  if (problem === 'wrong')
    return finds > 0
      ? 'WRONG: this database knows another table by that version. Put that one back.'
      : 'WRONG: this database knows another table by that version, with nothing under it. Give this one another version.';
  if (problem === 'missing')
    return `MISSING: it finds the addresses of ${actions(finds)}. Put it back.`;
  return [
    active ? 'the newest: what is new is found by it' : '',
    finds > 0 ? `finds the addresses of ${actions(finds)}` : '',
    !active && finds === 0 ? 'not needed for any signature' : '',
  ];
};

const keyInWords = (/** @type {KeyUse} */ { active, problem, wraps, days, finds }) => {
  if (problem === 'wrong')
    return wraps + days + finds > 0
      ? 'WRONG: this database knows another key by that name. Put that one back.'
      : 'WRONG: this database knows another key by that name, with nothing under it. Give this one another name.';
  if (problem === 'missing')
    return `MISSING: it seals ${actions(wraps)} and finds the addresses of ${actions(finds)}. Put it back.`;
  const needed = wraps + finds > 0;
  const daysAlone = !active && !needed && days > 0;
  return [
    active ? 'first in the list: what is new is sealed under it' : '',
    needed ? `seals ${actions(wraps)}, finds the addresses of ${actions(finds)}` : '',
    daysAlone ? 'wraps keys of days; "npm run keys:rotate" puts another in its place' : '',
    !active && !needed && !daysAlone
      ? 'not needed for any signature; links in mail may still be under it'
      : '',
  ];
};

/** @param {KeyUse} use @param {LeftBehind | undefined} left */
const inWords = (use, left) => {
  const words = (use.kind === 'key' ? keyInWords : tableInWords)(use);
  const kept = leftInWords(left);
  return [words, kept && `finds ${kept}`].flat().filter(Boolean).join('; ');
};

export const check = () =>
  withKeys(async (keys) => {
    const uses = await keys.uses();
    const left = await keys.leftBehind();
    const isOf = (/** @type {Named} */ a) => (/** @type {Named} */ b) =>
      a.keyId === b.keyId && a.kind === b.kind;
    for (const use of uses)
      console.log(
        `${use.problem ? '✗' : '✓'} ${nameOf(use)}  ${inWords(use, left.find(isOf(use)))}`,
      );
    for (const each of left.filter((one) => !uses.some(isOf(one))))
      console.log(
        each.keyId === null
          ? `! spellings of before  nobody noted by which table is found ${leftInWords(each)}: keep each that was ever given`
          : `! ${nameOf(each)}  not given: nothing finds ${leftInWords(each)}`,
      );
    if (uses.some(({ problem }) => problem))
      throw new Refusal('\nSigning stops on servers with these keys.');
  });
