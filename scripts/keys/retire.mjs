// @ts-check
import { Refusal } from '../terminal.mjs';
import { many, options, people, withKeys } from './with-keys.mjs';

/** @typedef {import('./with-keys.mjs').KeyTies} KeyTies */

/** What has to happen before the key may go, one sentence each. */
const needs = (/** @type {KeyTies} */ { wraps, finds, rows, waiting }) =>
  [
    wraps > 0 &&
      `It wraps ${many(wraps, 'data key')}: "npm run keys:rotate" puts another in its place.`,
    finds + rows > 0 &&
      `It finds the addresses of ${many(finds, 'action')} (${many(rows, 'signature')}): "npm run keys:reindex" moves them.`,
    waiting > 0 &&
      `${many(waiting, 'submission')} to be confirmed or on hold: those to be confirmed are gone in a fortnight, the others are for an editor to decide.`,
  ].filter((need) => need !== false);

const losses = (/** @type {KeyTies} */ { suppressions, links }) =>
  [
    links.withdraw > 0 &&
      `up to ${many(links.withdraw, 'link')} to take a signature back (nobody keeps which key made which)`,
    links.confirm > 0 && `up to ${many(links.confirm, 'link')} to confirm`,
    suppressions > 0 &&
      `the wish of ${people(suppressions)} to be left in peace: mail goes there again if somebody signs with the address`,
  ].filter((loss) => loss !== false);

export const retire = () => {
  const { key, yes } = options();
  if (!key) throw new Refusal('Say which key, by its name:\n  npm run keys:retire -- --key k1');
  // A table of spellings has a check of its own, as `table:2`, and is no key.
  if (key.includes(':'))
    throw new Refusal(`Nothing was changed: "${key}" is no key. Only keys are retired.`);
  return withKeys(async (keys) => {
    const ties = await keys.ties(key);
    if (keys.keyring.active.id === key)
      throw new Refusal(`Nothing was changed: "${key}" is the first key, which everything new is made with.
Put another in front on every server, and start each again.`);
    const needed = needs(ties);
    if (needed.length > 0)
      throw new Refusal(`Nothing was changed: "${key}" is needed.\n  ${needed.join('\n  ')}`);
    if (!ties.known && !keys.keyring.byId(key))
      throw new Refusal(`Nothing was changed: no key has the name "${key}" here.`);
    const lost = losses(ties);
    if (lost.length > 0 && !yes)
      throw new Refusal(`With the key "${key}" end
  ${lost.join('\n  ')}
Nothing was changed yet. To go on:
  npm run keys:retire -- --key ${key} --yes`);
    if (!(await keys.retire(key)))
      throw new Refusal(
        `Nothing was changed: something came to need "${key}" just now. Try again.`,
      );
    console.log(`✓ Nothing needs the key "${key}" any more
Take it out of CAMPAIGN_ACTIONS_KEYS on every server, and start each again. Older backups still need it.`);
  });
};
