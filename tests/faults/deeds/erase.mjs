// @ts-check
import { runCommand } from '../commands.mjs';
import { expect } from '../failure.mjs';
import { GONE, addresses, prepared } from './people.mjs';

/** @typedef {import('../stage.js').Place} Place */

const PERSON = GONE;
const SHOWN = { consents: { showPublicly: true } };

/** Rows of people, and which column names whom each is about. */
const ROWS = {
  register: ['id', 'id, state, sealed, email_index, public_signature'],
  submissions: ['id', 'id, state, sealed'],
  outbox: ['row_id', 'row_id, kind'],
  bounces: ['row_id', 'row_id'],
  public_signatures: ['document_id', 'document_id, name_shown'],
  suppressions: ['suppression', 'suppression'],
};

/** Every row about somebody, by table. @param {Place} place */
const rows = ({ look }) =>
  look(async (query) => {
    /** @type {{ table: string, about: string, row: Record<string, unknown> }[]} */
    const found = [];
    for (const [table, [key = '', columns = '']] of Object.entries(ROWS))
      for (const row of await query(
        `select ${columns} from campaign_actions_${table} order by ${columns}`,
      ))
        found.push({ table, about: text(row[key]), row });
    return found;
  });

const text = (/** @type {unknown} */ value) =>
  value instanceof Buffer ? value.toString('hex') : String(value);

/** What a row is called by, of those that are the person's. @param {Place} place */
const namesOf = async (place) => {
  const { look, keys, content } = place;
  const actions = [content.atOnce, content.confirmed, content.sensitive, content.shown];
  const isTheirs = (/** @type {unknown} */ mark, /** @type {'index' | 'suppression'} */ kind) =>
    actions.some((action) => keys[kind](action, PERSON) === text(mark));
  return look(async (query) => {
    const signed = (
      await query('select id, email_index, public_signature from campaign_actions_register')
    ).filter(({ email_index }) => isTheirs(email_index, 'index'));
    const sent = (await query('select id, suppression from campaign_actions_submissions')).filter(
      ({ suppression }) => isTheirs(suppression, 'suppression'),
    );
    return {
      signatures: new Set(signed.map(({ id }) => text(id))),
      ids: new Set([...signed, ...sent].map(({ id }) => text(id))),
      shown: signed.flatMap(({ public_signature }) => public_signature ?? []).map(text),
    };
  });
};

/** One person's data, over all actions. @type {import('./deed.js').Deed} */
export const erase = {
  name: 'erase',
  stages: 5,
  async prepare(place) {
    const { atOnce, confirmed, sensitive, shown } = place.content;
    await prepared(
      place,
      async (people) => {
        const everybody = [PERSON, ...addresses(5)];
        await people.sign(atOnce, everybody);
        for (const action of [confirmed, sensitive]) await people.sign(action, everybody);
        await people.signAndConfirm(shown, everybody, SHOWN);
        // Once more, with other choices.
        await people.sign(shown, [PERSON]);
        await people.reject(confirmed, addresses(1, 'rejects'));
      },
      { shown: 6, bounces: 1 },
    );
    const { signatures, ids, shown: drafts } = await namesOf(place);
    const all = new Set([...ids, ...drafts]);
    const split = async () => {
      const found = await rows(place);
      return {
        theirs: found.filter(({ about }) => all.has(about)),
        others: JSON.stringify(found.filter(({ about }) => !all.has(about))),
      };
    };
    const before = await split();
    const tables = new Set(before.theirs.map(({ table }) => table));
    expect(
      signatures.size === 2 && tables.size === 5,
      `It proves nothing: ${[...tables].join(', ')}.`,
    );
    return {
      run: (killedAt) =>
        runCommand(place, ['person', 'erase', '--yes'], { input: PERSON, killedAt }),
      async seen() {
        const { theirs, others } = await split();
        expect(others === before.others, 'Somebody else’s data were touched.');
        const named = theirs.filter(({ row }) => row.state !== 'anonymised');
        return named.map(({ table, about }) => `${table} ${about}`).join(', ');
      },
      async requireDone() {
        const { theirs, others } = await split();
        expect(others === before.others, 'Somebody else’s data were touched.');
        const empty = theirs.filter(
          ({ row }) =>
            row.state === 'anonymised' &&
            row.sealed === null &&
            row.email_index === null &&
            row.public_signature === null,
        );
        expect(
          theirs.length === signatures.size && empty.length === theirs.length,
          `Of ${before.theirs.length} rows ${theirs.length} are left, ${empty.length} of them empty.`,
        );
        const noted = await place.look((query) =>
          query(`select row_id from campaign_actions_erasures where deed = 'erased'`),
        );
        expect(
          noted.length === ids.size && noted.every(({ row_id }) => ids.has(text(row_id))),
          `Of ${ids.size} signatures and submissions ${noted.length} were noted.`,
        );
        const { said } = await runCommand(place, ['person', 'erase', '--yes'], { input: PERSON });
        expect(said.includes('Nothing is held'), `Something is held still.\n${said}`);
      },
    };
  },
};
