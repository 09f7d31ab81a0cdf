// @ts-check
/** An editor in the admin panel, and what they set aside while others sign. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, expect } from './failure.mjs';
import { race, requireLedger, submissionsOf } from './races.mjs';

/**
 * @typedef {import('./stage.js').Place} Place
 * @typedef {import('./supporters.mjs').Supporters} Supporters
 * @typedef {import('../../plugins/campaign-actions/contracts/panel-invalidations.js').Invalidation} Invalidation
 * @typedef {import('../../plugins/campaign-actions/contracts/panel-held.js').Admitted} Admitted
 */

const LONGEST_MS = 60_000;

/** The first who opens the panel of a new database may do everything. @param {number} port */
export const createEditor = async (port) => {
  /** @type {Record<string, string>} */
  const headers = { 'Content-Type': 'application/json' };
  /** @param {string} path @param {object} [json] @param {number} [at] another node @returns {Promise<unknown>} */
  const send = async (path, json, at = port) => {
    const response = await fetch(`http://127.0.0.1:${at}${path}`, {
      headers,
      ...(json ? { method: 'POST', body: JSON.stringify(json) } : {}),
    });
    if (!response.ok) throw new Failure(`The panel answered ${response.status} to ${path}.`);
    return /** @type {{ data: unknown }} */ (await response.json()).data;
  };
  const { token } = /** @type {{ token: string }} */ (
    await send('/admin/register-admin', {
      firstname: 'Faults',
      email: 'faults@example.org',
      password: 'Faults-of-1-night',
    })
  );
  headers.Authorization = `Bearer ${token}`;

  /** @param {string} base @param {(now: Invalidation) => boolean} is */
  const becomes = async (base, is) => {
    let last = '';
    for (let from = performance.now(); ;) {
      const now = /** @type {Invalidation} */ (await send(base));
      if (is(now)) return now;
      // However many there are: as long as it goes on, it is waited for.
      const seen = JSON.stringify(now);
      if (seen !== last) from = performance.now();
      last = seen;
      expect(performance.now() - from < LONGEST_MS, `It stays ${now.state}.`);
      await sleep(20);
    }
  };

  /** What signatures of an action are meant, and what can be done with them. @param {string} action @param {object} conditions */
  const look = async (action, conditions) => {
    const all = `/campaign-actions/actions/${action}/invalidations`;
    const asked = { summary: 'of the fault tests', conditions };
    const { id } = /** @type {Invalidation} */ (await send(all, { data: asked }));
    const one = `${all}/${id}`;
    const { count } = await becomes(one, ({ state }) => state === 'looked');
    return {
      count,
      /** Waits until it is so. @param {(now: Invalidation) => boolean} is */
      becomes: (is) => becomes(one, is),
      start: () => send(`${one}/start`, { data: { count } }),
      cancel: () => send(`${one}/cancel`, {}),
      undo: () => send(`${one}/undo`, {}),
    };
  };

  return {
    look,
    /** Lets in all that a rule had set aside. @param {string} action @param {number} [at] port of another node */
    async admit(action, at) {
      const path = `/campaign-actions/actions/${action}/held/admit`;
      return /** @type {Admitted} */ (await send(path, { data: {} }, at));
    },
    /** Sets all of an action aside, and takes it back. @param {string} action */
    async invalidateAndUndo(action) {
      const found = await look(action, { channels: ['web'] });
      await found.start();
      const { invalidated } = await found.becomes(({ state }) => state === 'done');
      await found.undo();
      await found.becomes(({ state }) => state === 'undone');
      return invalidated;
    },
  };
};

/**
 * Each address signs twice and confirms the first time. Then, while an editor sets everything aside and
 * takes it back again and again, each confirms the second time at one node and, every third, withdraws
 * the first at the other.
 *
 * @param {Place} place
 * @param {{ port: number, pair: [Supporters, Supporters] }} nodes the editor's, and both
 * @param {number} schedules
 */
export const raceInvalidations = async (place, { port, pair }, schedules) => {
  const { content, keys, look } = place;
  const action = content.confirmed;
  const emails = Array.from({ length: schedules }, (_, at) => `aside-${at}@example.org`);
  await race(emails, (email) =>
    Promise.all([pair[0].sign(action, email), pair[1].sign(action, email)]),
  );
  const ids = await submissionsOf(place, emails);
  const editor = await createEditor(port);
  let open = true;
  let [rounds, changed] = [0, 0];
  const editing = async () => {
    while (open) {
      changed += await editor.invalidateAndUndo(action);
      rounds += 1;
    }
  };
  const clicking = async () => {
    try {
      return await race(
        [...ids.entries()],
        async ([at, [first = Buffer.alloc(0), second = first]]) => {
          const [here, there] = at % 2 === 0 ? pair : [pair[1], pair[0]];
          const before = await here.confirm(keys.token('confirm', first));
          const answers = await Promise.all([
            there.confirm(keys.token('confirm', second)),
            ...(at % 3 === 0 ? [here.withdraw(keys.token('withdraw', first))] : []),
          ]);
          return [before, ...answers].map(({ status }) => status);
        },
        16,
      );
    } finally {
      open = false;
    }
  };
  const [statuses] = await Promise.all([clicking(), editing()]);
  const wrong = statuses.flat().filter((status) => status !== 200);
  expect(wrong.length === 0, `${wrong.length} links got ${[...new Set(wrong)].join(', ')}.`);
  const rows = await look((query) =>
    query('select state from campaign_actions_register where action = ?', [action]),
  );
  const aside = rows.filter(({ state }) => state !== 'counted').length;
  expect(aside === 0, `${aside} signatures were left aside.`);
  await requireLedger(place, rows.length);
  return `${schedules} confirmations and withdrawals while ${changed} signatures were set aside and taken back in ${rounds} rounds, ledger equals rows`;
};
