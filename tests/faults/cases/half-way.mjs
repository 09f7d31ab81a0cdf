// @ts-check
/** Rotating, retiring, shredding, erasing and retention, killed before and after each commit. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dying, killedAtEachStep, runCommand } from '../commands.mjs';
import { Killed, expect } from '../failure.mjs';
import { race, submissionsOf } from '../races.mjs';
import { createSupporters } from '../supporters.mjs';
import { driftOf } from '../verdict.mjs';

/**
 * @typedef {import('../stage.js').Case} Case
 * @typedef {import('../stage.js').Place} Place
 * @typedef {import('../node.mjs').Node} Node
 * @typedef {import('../supporters.mjs').Supporters} Supporters
 * @typedef {{ dayKeys: number, signatures: number, rounds: number }} Size
 */

/** More than one portion of each. @type {Size} */
const FULL = { dayKeys: 250, signatures: 1200, rounds: 3 };
/** @type {Size} */
const SHORT = { dayKeys: 3, signatures: 20, rounds: 1 };
const YEAR_MS = 365 * 86_400_000;
const PERSON = 'whom-it-is-about@example.org';

const emailOf = (/** @type {number} */ at) => `person-${at}@example.org`;

/** A node for as long as something is made with it. @param {Place} place @param {(with_: { node: Node, supporters: Supporters }) => Promise<void>} make */
const prepared = async (place, make) => {
  const node = await place.start({ double: 'half-way' });
  const supporters = createSupporters(node.port);
  try {
    await make({ node, supporters });
  } finally {
    supporters.close();
    await node.stop();
  }
};

/** @param {Supporters} supporters @param {string} action @param {string[]} emails @param {object} [more] */
const signAll = async (supporters, action, emails, more) => {
  const answers = await race(emails, (email) => supporters.sign(action, email, more), 16);
  const wrong = answers.filter(({ status }) => status !== 201 && status !== 202);
  expect(wrong.length === 0, `${wrong.length} could not sign: ${wrong[0]?.status}.`);
};

/** @param {Place} place @param {string} sql */
const rowsOf = ({ look }, sql) => look((query) => query(sql));

/** @param {Place} place */
const requireNoDrift = async ({ look }) => {
  const drift = await look(driftOf);
  expect(drift === 0, `The ledger and the rows are ${drift} apart.`);
};

/** What an erasure leaves behind, over all actions. @param {Place} place @param {string} wanted */
const requireLeft = async (place, wanted) => {
  const [row] = await rowsOf(
    place,
    `select (select count(*) from campaign_actions_register where state = 'anonymised') as anonymised,
       (select count(*) from campaign_actions_register where sealed is not null) as sealed,
       (select count(*) from campaign_actions_submissions) as submissions`,
  );
  const left = Object.entries(row ?? {}).map(([what, count]) => `${Number(count)} ${what}`);
  expect(left.join(', ') === wanted, `It left ${left.join(', ')}, and not ${wanted}.`);
};

/** Every line once, and a line for everything. @param {Place} place */
const requireJournal = async (place) => {
  const text = await readFile(place.env.ERASURE_JOURNAL ?? '', 'utf8');
  const lines = text.split('\n').filter(Boolean);
  const noted = await rowsOf(place, 'select row_id from campaign_actions_erasures');
  expect(
    new Set(lines).size === noted.length,
    `The journal has ${new Set(lines).size} lines, and the database ${noted.length}.`,
  );
  return noted.length;
};

/** The older key behind a new one. @param {Place} place */
const withNewKey = ({ env }) => ({
  CAMPAIGN_ACTIONS_KEYS: `k2:${randomBytes(32).toString('base64')},${env.CAMPAIGN_ACTIONS_KEYS}`,
});

/** @param {Place} place @param {Size} size */
const rotate = async (place, { dayKeys }) => {
  const { atOnce, confirmed } = place.content;
  await prepared(place, async ({ node, supporters }) => {
    for (const action of [atOnce, confirmed]) await signAll(supporters, action, [PERSON]);
    await node.ask({ days: dayKeys });
  });
  const env = withNewKey(place);
  /** Whatever a key is wrapped under by now, what it seals opens. */
  const requireReadable = async () => {
    const { said } = await runCommand(place, ['person', 'export'], { env, input: PERSON });
    const found = said.split(`"${PERSON}"`).length - 1;
    expect(found >= 2, `Half-way, an export found ${found} of what a person had typed.`);
  };
  const kills = await killedAtEachStep(
    (killedAt) => runCommand(place, ['keys', 'rotate'], { env, killedAt }),
    requireReadable,
  );
  await requireReadable();
  const keys = await rowsOf(place, 'select key_id, wrapped from campaign_actions_keys');
  const behind = keys.filter(({ key_id, wrapped }) => wrapped && key_id !== 'k2').length;
  expect(behind === 0, `${behind} of ${keys.length} data keys stayed under the older key.`);
  const lines = await rowsOf(
    place,
    `select details from campaign_actions_audit where deed = 'keys.rotate'`,
  );
  const audited = lines.reduce((sum, { details }) => {
    /** @type {unknown} */
    const told = JSON.parse(String(details));
    return sum + /** @type {{ dataKeys: number }} */ (told).dataKeys;
  }, 0);
  expect(audited === keys.length, `The audit knows of ${audited} of ${keys.length} data keys.`);
  return kills;
};

/** @param {Place} place */
const retire = async (place) => {
  await prepared(place, async () => {});
  const env = withNewKey(place);
  for (const deed of ['rotate', 'reindex']) await runCommand(place, ['keys', deed], { env });
  const kills = await killedAtEachStep((killedAt) =>
    runCommand(place, ['keys', 'retire', '--key', 'k1', '--yes'], { env, killedAt }),
  );
  const known = await rowsOf(place, 'select key_id from campaign_actions_key_checks');
  const still = known.filter(({ key_id }) => key_id === 'k1').length;
  expect(still === 0, 'The retired key is known still.');
  return kills;
};

/** @param {Place} place @param {Size} size */
const shred = async (place, { signatures }) => {
  const { atOnce, confirmed } = place.content;
  const emails = Array.from({ length: signatures }, (_, at) => emailOf(at));
  await prepared(place, async ({ supporters }) => {
    await signAll(supporters, atOnce, emails);
    await signAll(
      supporters,
      atOnce,
      emails.slice(0, signatures / 2).map((each) => `held-${each}`),
      {
        leaveEmpty: 'x',
      },
    );
    await signAll(supporters, confirmed, [PERSON]);
  });
  const kills = await killedAtEachStep(
    (killedAt) => runCommand(place, ['keys', 'shred', '--action', atOnce, '--yes'], { killedAt }),
    () => requireNoDrift(place),
  );
  const [left] = await place.look((query) =>
    query(
      `select (select count(*) from campaign_actions_register where action = ? and state = 'anonymised'
           and sealed is null and email_index is null) as anonymised,
         (select count(*) from campaign_actions_submissions where action = ?) as submissions,
         (select count(*) from campaign_actions_submissions where action = ? and sealed is not null) as others,
         (select count(*) from campaign_actions_keys where action = ? and wrapped is not null) as keys`,
      [atOnce, atOnce, confirmed, atOnce],
    ),
  );
  const said = Object.values(left ?? {})
    .map(Number)
    .join(' ');
  expect(said === `${signatures} 0 1 0`, `It left: ${JSON.stringify(left)}.`);
  await requireNoDrift(place);
  const noted = await requireJournal(place);
  expect(noted === 1, `It was noted ${noted} times for whoever restores a backup.`);
  return kills;
};

/** @param {Place} place */
const erase = async (place) => {
  const { atOnce, confirmed, sensitive } = place.content;
  const others = Array.from({ length: 5 }, (_, at) => emailOf(at));
  await prepared(place, async ({ supporters }) => {
    for (const action of [atOnce, confirmed, sensitive])
      await signAll(supporters, action, [PERSON, ...others]);
    const [[submission = Buffer.alloc(0)] = []] = await submissionsOf(place, [PERSON]);
    await supporters.confirm(place.keys.token('confirm', submission));
    await signAll(supporters, confirmed, [PERSON]);
  });
  const kills = await killedAtEachStep(
    (killedAt) => runCommand(place, ['person', 'erase', '--yes'], { input: PERSON, killedAt }),
    () => requireNoDrift(place),
  );
  const { said } = await runCommand(place, ['person', 'erase', '--yes'], { input: PERSON });
  expect(said.includes('Nothing is held'), `Something is held still.\n${said}`);
  await requireLeft(place, '2 anonymised, 5 sealed, 10 submissions');
  await requireNoDrift(place);
  await requireJournal(place);
  return kills;
};

/** @param {Place} place @param {Size} size */
const retain = async (place, { signatures }) => {
  const { atOnce, confirmed } = place.content;
  const emails = Array.from({ length: signatures }, (_, at) => emailOf(at));
  await prepared(place, async ({ node, supporters }) => {
    for (const action of [atOnce, confirmed]) await signAll(supporters, action, emails);
    for (const action of [atOnce, confirmed])
      await signAll(supporters, action, ['held@example.org'], { leaveEmpty: 'x' });
    for (const action of [atOnce, confirmed]) await node.ask({ close: action });
  });
  const now = new Date(Date.now() + 2 * YEAR_MS).toISOString();
  const retainOnce = async (/** @type {import('../commands.mjs').KilledAt} */ killedAt) => {
    try {
      const node = await place.start({ double: 'half-way', env: dying(killedAt) });
      const said = JSON.stringify(await node.ask({ retain: now }));
      await node.stop();
      return { killed: false, said };
    } catch (error) {
      if (error instanceof Killed) return { killed: true, said: '' };
      throw error;
    }
  };
  const kills = await killedAtEachStep(retainOnce, () => requireNoDrift(place));
  await requireLeft(place, `${signatures} anonymised, 0 sealed, 0 submissions`);
  await requireNoDrift(place);
  return kills;
};

const ALL = { rotate, retire, shred, erase, retain };
const OF_A_CHANGE = { shred, erase };

/** @type {Case} */
export const halfWay = {
  name: 'half-way',
  title: 'Deeds with keys and erasures killed at each step',
  databases: ['sqlite', 'postgres'],
  async play({ place: newPlace, short, tell }) {
    const size = short ? SHORT : FULL;
    const figures = [];
    for (const [name, deed] of Object.entries(short ? OF_A_CHANGE : ALL)) {
      let kills = 0;
      for (let round = 0; round < size.rounds; round += 1) {
        tell(`${name}, round ${round + 1}`);
        kills += await deed(await newPlace(), size);
      }
      figures.push(`${name} ${kills}`);
    }
    return `${size.rounds} rounds each, kills: ${figures.join(', ')}; each completed by the next run, ledger equal to the rows between`;
  },
};
