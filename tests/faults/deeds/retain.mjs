// @ts-check
import { freePort } from '../../free-port.mjs';
import { dying } from '../commands.mjs';
import { Killed, expect } from '../failure.mjs';
import { counts } from './look.mjs';
import { addresses, prepared } from './people.mjs';

const YEAR_MS = 365 * 86_400_000;
const LATER_MS = 2 * YEAR_MS;
const [OLD_DAYS, SHOWN] = [20, 3];

const LEFT = {
  anonymised: `register where state = 'anonymised'`,
  named: 'register where sealed is not null or email_index is not null',
  submissions: 'submissions',
  'left in peace': 'suppressions',
  shown: 'public_signatures',
  'keys of days': `keys where action = 'day'`,
};

/** What is due long after two actions have closed. @type {import('./deed.js').Deed} */
export const retain = {
  name: 'retain',
  stages: 10,
  async prepare(place, { signatures }) {
    const { atOnce, shown } = place.content;
    const emails = addresses(signatures);
    await prepared(
      place,
      async (people, node) => {
        await people.sign(atOnce, emails);
        await people.sign(shown, emails.slice(SHOWN));
        await people.signAndConfirm(shown, emails.slice(0, SHOWN), {
          consents: { showPublicly: true },
        });
        for (const action of [atOnce, shown]) await people.beHeld(action, addresses(1, 'held'));
        await people.reject(shown, addresses(2, 'rejects'));
        await node.ask({ days: OLD_DAYS });
        for (const action of [atOnce, shown]) await node.ask({ close: action });
      },
      { shown: SHOWN },
    );
    const now = new Date(Date.now() + LATER_MS).toISOString();
    const seen = () => counts(place, LEFT);
    // Mail waits on: what a worker does meanwhile is no step of retention.
    const away = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}` };
    const before = await seen();
    expect(
      before ===
        `0 anonymised, ${signatures + SHOWN} named, ${signatures + 4} submissions, 2 left in peace, ${SHOWN} shown, ${OLD_DAYS} keys of days`,
      `It proves nothing: ${before}.`,
    );
    return {
      async run(killedAt) {
        try {
          const env = { ...away, ...dying(killedAt) };
          const node = await place.start({ double: 'half-way', env });
          try {
            const said = JSON.stringify(await node.ask({ retain: now }));
            return { killed: false, said };
          } finally {
            await node.stop();
          }
        } catch (error) {
          if (error instanceof Killed) return { killed: true, said: '' };
          throw error;
        }
      },
      seen,
      async requireDone() {
        const left = await seen();
        expect(
          left ===
            `${signatures + SHOWN} anonymised, 0 named, 0 submissions, 0 left in peace, 0 shown, 0 keys of days`,
          `It left ${left}.`,
        );
      },
    };
  },
};
