// @ts-check
/** Whom a deed is about: supporters who signed, confirmed, were shown, or wanted none of it. */
import { freePort } from '../../free-port.mjs';
import { expect } from '../failure.mjs';
import { openMailServer } from '../mail-server.mjs';
import { race, submissionsOf } from '../races.mjs';
import { createSupporters } from '../supporters.mjs';
import { until } from '../waiting.mjs';

/**
 * @typedef {import('../stage.js').Place} Place
 * @typedef {import('../node.mjs').Node} Node
 * @typedef {import('../supporters.mjs').Supporters} Supporters
 * @typedef {ReturnType<typeof people>} People
 */

/** Whose mailbox takes no first mail; all other mail waits for a server that is busy. */
export const GONE = 'somebody@gone.example';

/** @param {number} count @param {string} [who] */
export const addresses = (count, who = 'person') =>
  Array.from({ length: count }, (_, at) => `${who}-${at}@example.org`);

/** @param {Place} place @param {Supporters} supporters */
const people = (place, supporters) => {
  /** @param {string[]} each @param {number} wanted @param {(one: string) => Promise<{ status: number }>} deed */
  const all = async (each, wanted, deed) => {
    const answers = await race(each, deed, 16);
    const wrong = answers.filter(({ status }) => status !== wanted);
    expect(wrong.length === 0, `${wrong.length} of ${answers.length} got ${wrong[0]?.status}.`);
  };
  /** @param {string} action @param {string[]} emails @param {'confirm' | 'reject'} how */
  const answer = async (action, emails, how) => {
    const ids = await submissionsOf(place, emails, action);
    const tokens = ids.flatMap(([id]) => (id ? place.keys.token(how, id) : []));
    expect(tokens.length === emails.length, `Only ${tokens.length} submissions are there.`);
    await all(tokens, 200, supporters[how]);
  };
  const sign = (
    /** @type {string} */ action,
    /** @type {string[]} */ emails,
    /** @type {object} */ more = {},
  ) =>
    all(emails, action === place.content.atOnce ? 201 : 202, (email) =>
      supporters.sign(action, email, more),
    );
  return {
    sign,
    /** Set aside by a rule. @param {string} action @param {string[]} emails */
    beHeld: (action, emails) => sign(action, emails, { leaveEmpty: 'x' }),
    /** @param {string} action @param {string[]} emails @param {object} [more] */
    async signAndConfirm(action, emails, more) {
      await sign(action, emails, more);
      await answer(action, emails, 'confirm');
    },
    /** To be left in peace from then on. @param {string} action @param {string[]} emails */
    async reject(action, emails) {
      await sign(action, emails);
      await answer(action, emails, 'reject');
    },
  };
};

/** @param {Place} place @param {string} table @param {number} least */
const cameTo = ({ look }, table, least) =>
  until(
    () =>
      look(async (query) => {
        const [row] = await query(`select count(*) as n from campaign_actions_${table}`);
        return Number(row?.n) >= least;
      }),
    `Fewer than ${least} ${table} came.`,
  );

/**
 * A node for as long as something is made with it. Mail finds a server that takes none.
 *
 * @param {Place} place
 * @param {(people: People, node: Node) => Promise<void>} make
 * @param {{ shown?: number, bounces?: number }} [expected] what the node does by itself, and is waited for
 */
export const prepared = async (place, make, { shown = 0, bounces = 0 } = {}) => {
  const port = await freePort();
  let refused = false;
  const mail = await openMailServer(port, (address) => {
    if (address !== GONE || refused) return 451;
    refused = true;
    return 550;
  });
  try {
    const env = { SMTP_URL: `smtp://127.0.0.1:${port}` };
    const node = await place.start({ double: 'half-way', env });
    const supporters = createSupporters(node.port);
    try {
      await make(people(place, supporters), node);
      await cameTo(place, 'public_signatures', shown);
      await cameTo(place, 'bounces', bounces);
    } finally {
      supporters.close();
      await node.stop();
    }
  } finally {
    mail.close();
  }
};
