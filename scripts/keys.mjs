// @ts-check
/**
 * `npm run keys:generate`, `keys:check`, `keys:rotate`, `keys:shred`: the operator's keys, on the command
 * line only.
 * They work on the database that `.env` names, while servers run.
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { loadHost } from './host.mjs';
import { checkEnvironment, checkNode } from './preflight.mjs';
import { open, Refusal } from './terminal.mjs';

/**
 * @typedef {import('../plugins/campaign-actions/server/src/privacy/key-use.js').KeyUse} KeyUse
 * @typedef {object} OperatorKeys
 * @property {() => Promise<KeyUse[]>} uses
 * @property {(told: Told) => Promise<number>} rewrap
 * @property {(action: string) => Promise<{ signatures: number, submissions: number, destroyed: boolean } | null>} shreddable
 * @property {(action: string, told: Told) => Promise<boolean>} shred
 * @typedef {(done: number, all: number) => void} Told
 */

/** What stands behind the command. */
const options = () => {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(3),
      options: { action: { type: 'string' }, yes: { type: 'boolean', default: false } },
    });
    return values;
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
};

const generate = () => {
  // A name that no key has had: a database remembers each, also of keys that are gone.
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const name = `k${day}-${randomBytes(2).toString('hex')}`;
  console.log(`${name}:${randomBytes(32).toString('base64')}`);
  // Beside the key itself, so that `npm run -s keys:generate > file` holds the key alone.
  console.error(`
Keep a copy apart from the database. Then, in this order: put it behind what CAMPAIGN_ACTIONS_KEYS
holds already, with a comma between, and start every server again; put it in front, and start every
server again; run "npm run keys:rotate". Take no older key away while "npm run keys:check" says that it
is needed.`);
};

/** @param {(keys: OperatorKeys) => Promise<void>} deed */
const withKeys = async (deed) => {
  checkNode();
  checkEnvironment();
  const strapi = await loadHost();
  try {
    await deed(strapi.plugin('campaign-actions').service('operatorKeys'));
  } finally {
    await strapi.destroy();
  }
};

const actions = (/** @type {number} */ n) => `${n} action${n === 1 ? '' : 's'}`;

const inWords = (/** @type {KeyUse} */ { active, problem, wraps, finds }) => {
  if (problem === 'wrong')
    return wraps + finds > 0
      ? 'WRONG: this database knows another key by that name. Put that one back.'
      : 'WRONG: this database knows another key by that name, with nothing under it. Give this one another name.';
  if (problem === 'missing')
    return `MISSING: it seals ${actions(wraps)} and finds the addresses of ${actions(finds)}. Put it back.`;
  const needed = wraps + finds > 0;
  return [
    active ? 'first in the list: what is new is sealed under it' : '',
    needed ? `seals ${actions(wraps)}, finds the addresses of ${actions(finds)}` : '',
    !active && !needed ? 'not needed for any signature; links in mail may still be under it' : '',
  ]
    .filter(Boolean)
    .join('; ');
};

const check = () =>
  withKeys(async (keys) => {
    const uses = await keys.uses();
    for (const use of uses) console.log(`${use.problem ? '✗' : '✓'} ${use.keyId}  ${inWords(use)}`);
    if (uses.some(({ problem }) => problem))
      throw new Refusal('\nSigning stops on servers with these keys.');
  });

const rotate = () =>
  withKeys(async (keys) => {
    const wrong = (await keys.uses()).filter(({ problem }) => problem);
    if (wrong.length > 0)
      throw new Refusal(`Nothing was changed: "npm run keys:check" says what is wrong.`);
    const done = await keys.rewrap(progress);
    console.log(
      done > 0
        ? `✓ ${done} data keys are wrapped under the first key now`
        : '✓ Every data key was under the first key already: nothing changed',
    );
  });

/** @type {Told} */
const progress = (done, all) => console.log(`… ${done} of ${all}`);

const many = (/** @type {number} */ n, /** @type {string} */ word) =>
  `${n} ${word}${n === 1 ? '' : 's'}`;

const shred = () => {
  const { action, yes } = options();
  if (!action)
    throw new Refusal(
      'Say which action, by its documentId, which stands at the end of its address in the panel:\n  npm run keys:shred -- --action DOCUMENT_ID',
    );
  return withKeys(async (keys) => {
    const found = await keys.shreddable(action);
    if (!found)
      throw new Refusal(`Nothing was changed: nobody has signed an action "${action}" here.`);
    const { signatures, submissions, destroyed } = found;
    if (!yes && !destroyed)
      throw new Refusal(`This destroys the data key of the action "${action}":
  ${many(signatures, 'signature')} and ${many(submissions, 'submission')} that wait lose their data for good, and nobody can bring them back.
  The counter stays. The action closes at once and for good, whatever an editor publishes.
  Copies of the database made until now can still be opened with the operator's key: destroy them too.
Nothing was changed yet. To go on:
  npm run keys:shred -- --action ${action} --yes`);
    if (destroyed) console.log('… its data key is destroyed already; clearing away what is left');
    const scrubbed = await keys.shred(action, progress);
    console.log(`✓ The data of the action "${action}" are destroyed; its counter stays`);
    if (!scrubbed)
      console.log(
        'Somebody is reading the table of keys, a dump perhaps: the wrapped key is out of the files once you run this again.',
      );
  });
};

/** @type {Record<string, () => Promise<void> | void>} */
const COMMANDS = { generate, check, rotate, shred };

await open(() => {
  const command = COMMANDS[process.argv[2] ?? ''];
  if (!command) throw new Refusal(`Say one of ${Object.keys(COMMANDS).join(', ')}.`);
  return command();
});
