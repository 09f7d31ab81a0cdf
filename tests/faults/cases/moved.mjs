// @ts-check
/**
 * Addresses moved to another key and another table of spellings, killed again and again, while others
 * sign and older links are confirmed (T-10, R-17).
 */
import { randomBytes } from 'node:crypto';
import { runCommand } from '../commands.mjs';
import { createEditor } from '../editors.mjs';
import { expect } from '../failure.mjs';
import { createKeys } from '../keys.mjs';
import { race } from '../races.mjs';
import { createSupporters } from '../supporters.mjs';
import { ledgerDriftOf } from '../verdict.mjs';

/**
 * @typedef {import('../stage.js').Case} Case
 * @typedef {import('../stage.js').Place} Place
 * @typedef {import('../supporters.mjs').Supporters} Supporters
 * @typedef {import('../keys.mjs').Keys} Keys
 */

/** Everybody stands there twice, in two spellings that are one person's in the next table. */
const FULL = { people: 5000, waiting: 40, held: 150, kills: 20, step: 9, steps: 3 };
const SHORT = { people: 150, waiting: 4, held: 4, kills: 4, step: 4, steps: 1 };

const DOMAIN = 'town.example';
const TABLE = { version: 1000, aliases: {}, dotless: [DOMAIN] };
const dotted = (/** @type {string} */ who) => `an.${who}@${DOMAIN}`;
const plain = (/** @type {string} */ who) => `an${who}@${DOMAIN}`;

/** @param {{ status: number }[]} answers @param {number} wanted @param {string} what */
const requireAll = (answers, wanted, what) => {
  const wrong = answers.filter(({ status }) => status !== wanted);
  expect(wrong.length === 0, `${wrong.length} of ${answers.length} ${what}: ${wrong[0]?.status}.`);
};

/** Newcomers sign in both spellings at once, and people of before once more, until it is stopped. */
const keepSigning = (
  /** @type {Supporters[]} */ nodes,
  /** @type {string} */ action,
  /** @type {number} */ people,
) => {
  let over = false;
  /** @type {string[]} */
  const newcomers = [];
  /** @type {import('../supporters.mjs').Answer[]} */
  const answers = [];
  const [here, there] = /** @type {[Supporters, Supporters]} */ ([nodes[0], nodes.at(-1)]);
  const sign = async (/** @type {number} */ lane) => {
    for (let at = lane; !over; at += 2) {
      const who = `new-${at}`;
      newcomers.push(who);
      const again = `old-${(at * 7) % people}`;
      answers.push(
        ...(await Promise.all([
          here.sign(action, dotted(who)),
          there.sign(action, plain(who)),
          (at % 2 ? here : there).sign(action, at % 3 ? dotted(again) : plain(again)),
        ])),
      );
    }
  };
  const running = Promise.all([sign(0), sign(1)]);
  // Told to whoever stops it.
  running.catch(() => undefined);
  const halt = () => void (over = true);
  return {
    halt,
    async stop() {
      halt();
      await running;
      return { newcomers, answers };
    },
  };
};

/**
 * Each of them counts once, under the index that the new key and table make, and nobody else does.
 *
 * @param {Place} place
 * @param {Keys} keys the new ones
 * @param {string} action
 * @param {string[]} people in the spelling that the table makes of theirs
 */
const requireOnce = async ({ look }, keys, action, people) => {
  const { rows, kept } = await look(async (query) => ({
    rows: await query(
      `select state, email_index, email_index_next, index_table from campaign_actions_register where action = ?`,
      [action],
    ),
    kept: await query('select signatures from campaign_actions_ledger where action = ?', [action]),
  }));
  const counted = rows.filter(({ state }) => state === 'counted');
  const places = new Set(
    counted.map(({ email_index }) =>
      email_index instanceof Buffer ? email_index.toString('hex') : null,
    ),
  );
  const missing = people.filter((email) => !places.has(keys.index(action, email))).length;
  const ledger = Number(kept[0]?.signatures);
  expect(
    missing === 0 && counted.length === people.length && ledger === people.length,
    `Of ${people.length} people ${missing} are not found; ${counted.length} count, and the ledger says ${ledger}.`,
  );
  const behind = counted.filter(
    (row) => row.email_index_next !== null || row.index_table !== TABLE.version,
  );
  expect(behind.length === 0, `${behind.length} rows were not moved whole.`);
  return rows.length - counted.length;
};

/**
 * The step of the move that an action is at between two commits, while others sign; null before and behind it.
 *
 * @param {Place} place
 * @param {string} action
 */
const stepOf = ({ look }, action) =>
  look(async (query) => {
    const drift = await ledgerDriftOf(query);
    expect(drift === 0, `Half-way, the ledger and the rows are ${drift} apart.`);
    const [key] = await query(
      'select index_step from campaign_actions_keys where action = ? order by version',
      [action],
    );
    return typeof key?.index_step === 'string' ? key.index_step : null;
  });

/** @type {Case} */
export const moved = {
  name: 'moved',
  title: 'Addresses moved to another key and spelling while others sign',
  databases: ['sqlite', 'postgres'],
  async play({ client, place: newPlace, short, tell }) {
    const place = await newPlace();
    const { people, waiting, held, kills: wanted, step, steps: least } = short ? SHORT : FULL;
    const { atOnce, confirmed } = place.content;
    const old = Array.from({ length: people }, (_, at) => `old-${at}`);
    const waits = Array.from({ length: waiting }, (_, at) => `waits-${at}`);
    const aside = Array.from({ length: held }, (_, at) => `held-${at}`);

    tell('signing');
    const first = await place.start();
    const before = createSupporters(first.port);
    const both = old.flatMap((who) => [dotted(who), plain(who)]);
    requireAll(await race(both, (email) => before.sign(atOnce, email), 32), 201, 'signatures');
    const ask = (/** @type {string[]} */ whom, /** @type {object} */ more) =>
      race(whom, (who) => before.sign(confirmed, dotted(who), more), 16);
    requireAll(await ask(waits, {}), 202, 'submissions');
    requireAll(await ask(aside, { leaveEmpty: 'x' }), 202, 'submissions on hold');
    const editor = await createEditor(first.port);
    before.close();
    await first.stop();
    const submissions = await place.look((query) =>
      query('select id, state from campaign_actions_submissions'),
    );
    const linksOf = (/** @type {string} */ state) =>
      submissions
        .filter((row) => row.state === state)
        .map(({ id }) => place.keys.token('confirm', /** @type {Buffer} */ (id)));
    const links = linksOf('waiting');

    const key = `k2:${randomBytes(32).toString('base64')}`;
    const env = {
      CAMPAIGN_ACTIONS_KEYS: `${key},${place.env.CAMPAIGN_ACTIONS_KEYS}`,
      CAMPAIGN_ACTIONS_SPELLINGS: JSON.stringify([TABLE]),
    };
    const nodes = [await place.start({ env })];
    if (client === 'postgres') nodes.push(await place.start({ env }));
    const supporters = nodes.map(({ port }) => createSupporters(port));
    const confirm = async (/** @type {string[]} */ tokens) =>
      requireAll(
        await race(
          tokens,
          (token) => /** @type {Supporters} */ (supporters.at(-1)).confirm(token),
          8,
        ),
        200,
        'older links',
      );
    const signing = keepSigning(supporters, atOnce, people);
    try {
      /** @type {Set<string>} */
      const steps = new Set();
      let kills = 0;
      for (; ; kills += 1) {
        tell(`${kills} kills`);
        expect(kills < 10 * wanted, `After ${kills} kills it is at ${[...steps].at(-1)} still.`);
        const commit = 1 + (kills % step);
        const killedAt = /** @type {const} */ (`${kills % 2 === 0 ? 'after' : 'before'}:${commit}`);
        const { killed } = await runCommand(place, ['keys', 'reindex', '--yes'], { env, killedAt });
        if (!killed) break;
        const at = await stepOf(place, atOnce);
        if (at) steps.add(at);
        await confirm(links.splice(0, Math.ceil(waiting / (2 * wanted))));
        if (kills === Math.floor(wanted / 2)) {
          const { asked } = await editor.admit(confirmed, nodes[0]?.port);
          expect(asked === held, `Of ${held} on hold, ${asked} were let in and asked.`);
        }
      }
      expect(
        kills >= wanted && steps.size >= least,
        `It was killed ${kills} times, while it was ${[...steps].join(', ')}.`,
      );
      const { newcomers, answers } = await signing.stop();
      requireAll(answers, 201, 'who signed meanwhile');

      tell('comparing');
      await confirm(links);
      await confirm(linksOf('held'));
      const keys = createKeys(key, TABLE.version);
      const everybody = [...old, ...newcomers].map(plain);
      const again = [...old.slice(0, 50), ...newcomers.slice(0, 50)];
      const [node] = /** @type {[Supporters]} */ (supporters);
      requireAll(await race(again, (who) => node.sign(atOnce, plain(who))), 201, 'repeats');
      const second = await requireOnce(place, keys, atOnce, everybody);
      await requireOnce(place, keys, confirmed, [...waits, ...aside].map(plain));
      return (
        `${2 * people} signatures moved through ${kills} kills (${[...steps].join(', ')}) while ${answers.length} were sent; ` +
        `${everybody.length} people count once each, ${second} second spellings set aside; ` +
        `${waiting} older links and ${held} of those on hold confirmed during and after it`
      );
    } finally {
      signing.halt();
      for (const each of supporters) each.close();
      for (const each of nodes) await each.kill();
    }
  },
};
