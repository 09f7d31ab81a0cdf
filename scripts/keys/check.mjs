// @ts-check
import { Refusal } from '../terminal.mjs';
import { many, withKeys } from './with-keys.mjs';

/** @typedef {import('./with-keys.mjs').KeyUse} KeyUse */

const actions = (/** @type {number} */ n) => many(n, 'action');

const inWords = (/** @type {KeyUse} */ { active, problem, wraps, days, finds }) => {
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
  ]
    .filter(Boolean)
    .join('; ');
};

export const check = () =>
  withKeys(async (keys) => {
    const uses = await keys.uses();
    for (const use of uses) console.log(`${use.problem ? '✗' : '✓'} ${use.keyId}  ${inWords(use)}`);
    if (uses.some(({ problem }) => problem))
      throw new Refusal('\nSigning stops on servers with these keys.');
  });
