// @ts-check
/**
 * `npm run erase` and `npm run person:export`: what a supporter may ask of an organisation. The address
 * is typed, or piped in: as an argument it would stay in the shell's history, and every process of the
 * machine could read it.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { loadHost } from './host.mjs';
import { checkEnvironment, checkNode } from './preflight.mjs';
import { open, Refusal } from './terminal.mjs';

/**
 * @typedef {import('../plugins/campaign-actions/contracts/panel-person.js').PersonFound} PersonFound
 * @typedef {import('../plugins/campaign-actions/contracts/panel-person.js').PersonExport} PersonExport
 * @typedef {object} Persons
 * @property {(email: string, who: string) => Promise<PersonFound>} look
 * @property {(email: string, who: string) => Promise<PersonFound>} erase
 * @property {() => Promise<void>} finish
 * @property {(email: string, who: string, reason: string) => Promise<PersonExport>} export
 */

// What is printed may be an export, which nothing else may stand in.
process.env.LOG_LEVEL ??= 'error';

const WHO = 'command line';

const asked = () => {
  try {
    return parseArgs({ options: { yes: { type: 'boolean' }, out: { type: 'string' } } }).values;
  } catch {
    throw new Refusal(
      'Say "npm run erase", with "-- --yes" to be asked nothing, or "npm run person:export -- --out FILE". The e-mail address is typed when it is asked for.',
    );
  }
};

/** @param {string} question shown to a person; what is piped in answers it too */
const ask = async (question) => {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    if (process.stdin.isTTY) return (await lines.question(question)).trim();
    for await (const line of lines) return line.trim();
    return '';
  } finally {
    lines.close();
  }
};

const askAddress = async () => {
  const email = await ask('E-mail address: ');
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Refusal('That is no e-mail address.');
  return email;
};

const count = (/** @type {number} */ n, /** @type {string} */ what) =>
  n > 0 ? [`${n} ${what}${n > 1 ? 's' : ''}`] : [];

const printFound = (/** @type {PersonFound} */ { actions, unreadable }) => {
  for (const each of actions) {
    const held = [
      ...count(each.signatures, 'signature'),
      ...count(each.submissions, 'submission'),
      ...count(each.mails, 'waiting mail'),
      each.leftInPeace ? 'asked to be left in peace (stays, so that it is kept)' : [],
    ].flat();
    console.log(`  ${each.title ?? each.action} (${each.state}): ${held.join(', ')}`);
    if (each.spelledOtherwise > 0)
      console.log(
        `    ${each.spelledOtherwise} of them under another spelling of this address: is it the same person?`,
      );
  }
  for (const { title, action, problem } of unreadable)
    console.log(`✗ ${title ?? action}: cannot be looked through, because ${problem}.`);
};

const holdsData = (/** @type {PersonFound} */ { actions }) =>
  actions.some(({ signatures, submissions, mails }) => signatures + submissions + mails > 0);

const REPEAT = 'Put the key back, and run this again: until then something may be left there.';

const agrees = async () =>
  process.stdin.isTTY === true &&
  /^y(es)?$/i.test(await ask('Erase all of it? It cannot be undone. (yes/no) '));

/** The last step of an erasure, which writes the journal. @param {() => Promise<unknown>} step */
const journaled = (step) =>
  step().catch((/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.syscall === undefined) throw error;
    throw new Refusal(
      `The erasure journal cannot be written (${error.code}): ${error.path}. What was erased stays erased. Run this again as the user that runs the server.`,
    );
  });

/** @param {Persons} persons @param {string} email @param {boolean} sure */
const erase = async (persons, email, sure) => {
  const found = await persons.look(email, WHO);
  console.log(found.actions.length > 0 ? 'Held about this address:' : 'Nothing is held about it.');
  printFound(found);
  if (!holdsData(found)) {
    // One that was killed may still owe its lines to the journal.
    await journaled(() => persons.finish());
  } else if (sure || (await agrees())) {
    await journaled(() => persons.erase(email, WHO));
    console.log('✓ Erased. The signatures still count, and name nobody.');
  } else {
    console.log('Nothing was erased: "npm run erase -- --yes" does it.');
    return;
  }
  if (found.unreadable.length > 0) throw new Refusal(REPEAT);
};

/** @param {Persons} persons @param {string} email @param {string | undefined} file */
const exportTo = async (persons, email, file) => {
  const made = await persons.export(email, WHO, 'asked for on the command line');
  const json = `${JSON.stringify(made, null, 2)}\n`;
  if (file === undefined) process.stdout.write(json);
  else {
    try {
      writeFileSync(file, json, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      throw new Refusal(`${file} cannot be written (${code}).`);
    }
    console.error(`✓ ${file}, which only you can read. Send it safely, and delete it afterwards.`);
  }
  if (made.unreadable.length > 0)
    throw new Refusal('It is not complete: some keys are missing, as it says under "unreadable".');
};

await open(async () => {
  const command = process.argv[2];
  if (command !== 'erase' && command !== 'export') throw new Refusal('Say erase or export.');
  process.argv.splice(2, 1);
  const { yes = false, out } = asked();
  checkNode();
  checkEnvironment();
  if (out !== undefined && existsSync(out)) throw new Refusal(`${out} is there already.`);
  const email = await askAddress();
  const strapi = await loadHost();
  try {
    /** @type {Persons} */
    const persons = strapi.plugin('campaign-actions').service('persons');
    await (command === 'erase' ? erase(persons, email, yes) : exportTo(persons, email, out));
  } finally {
    await strapi.destroy();
  }
});
