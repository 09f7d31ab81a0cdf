// @ts-check
/** Half of an action's signatures set aside, cancelled and taken back, while others sign (T-11). */
import { setTimeout as sleep } from 'node:timers/promises';
import { createEditor } from '../editors.mjs';
import { expect } from '../failure.mjs';
import { createSupporters } from '../supporters.mjs';

/**
 * @typedef {import('../stage.js').Case} Case
 * @typedef {import('../stage.js').Place} Place
 * @typedef {import('../supporters.mjs').Supporters} Supporters
 */

const [FULL, SHORT] = [100_000, 4000];
const PER_SECOND = 50;
const LOOK_MS = 200;

/** What the ledger says and what the rows say, as of one moment. @param {Place} place @param {string} action */
const numbers = ({ look }, action) =>
  look(async (query) => {
    const [row] = await query(
      `select (select signatures from campaign_actions_ledger where action = ?) as kept,
         (select count(*) from campaign_actions_register where action = ? and state = 'counted') as counted,
         (select count(*) from campaign_actions_register where action = ?) as there`,
      [action, action, action],
    );
    return { kept: Number(row?.kept), counted: Number(row?.counted), there: Number(row?.there) };
  });

/** One after the other at a steady rate. @param {Supporters} supporters @param {string} action */
const arrive = (supporters, action) => {
  let over = false;
  const running = (async () => {
    const signing = [];
    for (let at = 0; !over; at += 1) {
      signing.push(supporters.sign(action, `meanwhile-${at}@example.org`));
      await sleep(1000 / PER_SECOND);
    }
    return (await Promise.all(signing)).map(({ status }) => status);
  })();
  return {
    /** Statuses of all that came. */
    stop: () => {
      over = true;
      return running;
    },
  };
};

/** Looks again and again until it is told to stop. @param {Place} place @param {string} action */
const watchLedger = (place, action) => {
  let [over, looks, apart] = [false, 0, 0];
  const running = (async () => {
    for (; !over; await sleep(LOOK_MS)) {
      const { kept, counted } = await numbers(place, action);
      looks += 1;
      apart = Math.max(apart, Math.abs(kept - counted));
    }
  })();
  return {
    stop: async () => {
      over = true;
      await running;
      expect(apart === 0, `The ledger and the rows were ${apart} apart.`);
      return looks;
    },
  };
};

/** @type {Case} */
export const setAside = {
  name: 'set-aside',
  title: 'Half of the signatures set aside while others sign',
  databases: ['sqlite', 'postgres'],
  async play({ place: newPlace, short, tell }) {
    const place = await newPlace();
    const action = place.content.atOnce;
    const count = short ? SHORT : FULL;
    const node = await place.start({ double: 'crowd' });
    const supporters = createSupporters(node.port);
    try {
      tell('filling');
      await node.ask({ action, count });
      const editor = await createEditor(node.port);
      const arriving = arrive(supporters, action);
      const watching = watchLedger(place, action);

      tell('cancelling half-way');
      const first = await editor.look(action, { countries: ['FR'] });
      expect(first.count === count / 2, `${first.count} were found, and not ${count / 2}.`);
      await first.start();
      await first.becomes(({ invalidated }) => invalidated >= count / 4);
      await first.cancel();
      const { invalidated: until } = await first.becomes(({ state }) => state === 'cancelled');
      expect(until < count / 2, 'It was done before it could be cancelled.');
      await first.undo();
      await first.becomes(({ state }) => state === 'undone');

      tell('setting aside');
      const second = await editor.look(action, { countries: ['FR'] });
      expect(second.count === count / 2, `${second.count} were found after an undo.`);
      await second.start();
      const { invalidated } = await second.becomes(({ state }) => state === 'done');
      expect(invalidated === count / 2, `${invalidated} were set aside, and not ${count / 2}.`);
      const aside = await numbers(place, action);
      expect(
        aside.there - aside.counted === count / 2,
        `${aside.there - aside.counted} rows are aside.`,
      );
      tell('taking back');
      await second.undo();
      await second.becomes(({ state }) => state === 'undone');

      const looks = await watching.stop();
      const statuses = await arriving.stop();
      const wrong = statuses.filter((status) => status !== 201);
      expect(wrong.length === 0, `${wrong.length} who signed meanwhile got ${wrong[0]}.`);
      const { kept, counted, there } = await numbers(place, action);
      const all = count + statuses.length;
      expect(
        kept === all && counted === all && there === all,
        `Of ${all}, ${counted} count and ${there} are there; the ledger says ${kept}.`,
      );
      return (
        `${until} of ${count} set aside before it was cancelled, then ${invalidated}, all taken back; ` +
        `${statuses.length} signed meanwhile at ${PER_SECOND}/s, ledger equal to the rows at each of ${looks} looks`
      );
    } finally {
      supporters.close();
      await node.kill();
    }
  },
};
