// @ts-check
import { randomBytes } from 'node:crypto';
import { runCommand } from '../commands.mjs';
import { expect } from '../failure.mjs';
import { counts } from './look.mjs';
import { prepared } from './people.mjs';

const PERSON = 'whom-it-is-about@example.org';

/** The older key behind a new one. @param {import('../stage.js').Place} place */
export const withNewKey = ({ env }) => ({
  CAMPAIGN_ACTIONS_KEYS: `k2:${randomBytes(32).toString('base64')},${env.CAMPAIGN_ACTIONS_KEYS}`,
});

/** Data keys wrapped under another operator key. @type {import('./deed.js').Deed} */
export const rotate = {
  name: 'rotate',
  stages: 4,
  async prepare(place, { dayKeys }) {
    const { atOnce, confirmed } = place.content;
    await prepared(place, async (people, node) => {
      for (const action of [atOnce, confirmed]) await people.sign(action, [PERSON]);
      await node.ask({ days: dayKeys });
    });
    const env = withNewKey(place);
    /** Whatever a key is wrapped under by now, what it seals opens. */
    const requireReadable = async () => {
      const { said } = await runCommand(place, ['person', 'export'], { env, input: PERSON });
      const found = said.split(`"${PERSON}"`).length - 1;
      // Once at its head, and once in each of two signatures.
      expect(found === 3, `An export has the address ${found} times.`);
    };
    return {
      run: (killedAt) => runCommand(place, ['keys', 'rotate'], { env, killedAt }),
      async seen() {
        await requireReadable();
        return counts(place, { rotated: `keys where key_id = 'k2'` });
      },
      async requireDone() {
        await requireReadable();
        const { behind, keys, lines } = await place.look(async (query) => ({
          behind: await query(
            `select action from campaign_actions_keys where wrapped is not null and key_id <> 'k2'`,
          ),
          keys: await query('select action from campaign_actions_keys'),
          lines: await query(
            `select details from campaign_actions_audit where deed = 'keys.rotate'`,
          ),
        }));
        expect(
          behind.length === 0,
          `${behind.length} of ${keys.length} data keys stayed under the older key.`,
        );
        const audited = lines.reduce((sum, { details }) => {
          /** @type {unknown} */
          const told = JSON.parse(String(details));
          return sum + /** @type {{ dataKeys: number }} */ (told).dataKeys;
        }, 0);
        expect(
          audited === keys.length,
          `The audit knows of ${audited} of ${keys.length} data keys.`,
        );
      },
    };
  },
};
