// @ts-check
import { runCommand } from '../commands.mjs';
import { expect } from '../failure.mjs';
import { counts } from './look.mjs';
import { GONE, addresses, prepared } from './people.mjs';

const SHOWN = 3;

/** What an action holds of people. @param {string} action */
const heldBy = (action) => {
  const of = (/** @type {string} */ table, /** @type {string} */ where = '') =>
    `${table} where action = '${action}' ${where}`;
  return {
    keys: of('keys', 'and wrapped is not null'),
    sealed: of('register', 'and sealed is not null'),
    found: of('register', 'and email_index is not null'),
    submissions: of('submissions'),
    mails: of('outbox'),
    bounces: of('bounces'),
    'left in peace': of('suppressions'),
    shown: of('public_signatures'),
    anonymised: of('register', `and state = 'anonymised'`),
  };
};

/** The data of one action destroyed. @type {import('./deed.js').Deed} */
export const shred = {
  name: 'shred',
  stages: 8,
  async prepare(place, { signatures }) {
    const { shown: action, confirmed: other } = place.content;
    await prepared(
      place,
      async (people) => {
        const emails = addresses(signatures);
        const more = { consents: { showPublicly: true } };
        await people.signAndConfirm(action, emails.slice(0, SHOWN), more);
        await people.signAndConfirm(action, emails.slice(SHOWN));
        await people.beHeld(action, addresses(signatures / 2, 'held'));
        await people.reject(action, addresses(2, 'rejects'));
        await people.sign(action, [GONE]);
        await people.signAndConfirm(other, addresses(3));
        await people.reject(other, addresses(1, 'rejects'));
      },
      { shown: SHOWN, bounces: 1 },
    );
    const others = await counts(place, heldBy(other));
    const seen = () => counts(place, heldBy(action));
    const before = await seen();
    for (const [what] of Object.entries(heldBy(action)).slice(0, -1))
      expect(!` ${before}`.includes(` 0 ${what}`), `It proves nothing: ${before}.`);
    return {
      run: (killedAt) =>
        runCommand(place, ['keys', 'shred', '--action', action, '--yes'], { killedAt }),
      seen,
      async requireDone() {
        const left = await seen();
        const wanted = Object.keys(heldBy(action))
          .map((what) => `${what === 'anonymised' ? signatures : 0} ${what}`)
          .join(', ');
        expect(left === wanted, `It left ${left}.`);
        const now = await counts(place, heldBy(other));
        expect(now === others, `Of another action were ${others}, and are ${now}.`);
        const shredded = await counts(place, { times: `erasures where deed = 'shredded'` });
        expect(shredded === '1 times', `Noted for whoever restores a backup: ${shredded}.`);
      },
    };
  },
};
