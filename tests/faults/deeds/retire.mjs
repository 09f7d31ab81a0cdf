// @ts-check
import { runCommand } from '../commands.mjs';
import { expect } from '../failure.mjs';
import { counts } from './look.mjs';
import { addresses, prepared } from './people.mjs';
import { withNewKey } from './rotate.mjs';

const [BEFORE, AFTER] = ['1 known, 3 left in peace', '0 known, 0 left in peace'];

/** An operator key struck off, with what could be compared by it alone. @type {import('./deed.js').Deed} */
export const retire = {
  name: 'retire',
  stages: 2,
  async prepare(place) {
    await prepared(place, (people) => people.reject(place.content.confirmed, addresses(3)));
    const env = withNewKey(place);
    for (const deed of ['rotate', 'reindex']) await runCommand(place, ['keys', deed], { env });
    const seen = async () => {
      const now = await counts(place, {
        known: `key_checks where key_id = 'k1'`,
        'left in peace': `suppressions where key_id = 'k1'`,
      });
      expect(now === BEFORE || now === AFTER, `Half of it is done: ${now}.`);
      return now;
    };
    return {
      async run(killedAt) {
        // Each start with the key makes its database know it again: once it is struck off, nothing is left to kill.
        const isDone = (await seen()) === AFTER;
        return runCommand(place, ['keys', 'retire', '--key', 'k1', '--yes'], {
          env,
          killedAt: isDone ? undefined : killedAt,
        });
      },
      seen,
      async requireDone() {
        expect((await seen()) === AFTER, 'The retired key is known still.');
        const [newKey = ''] = env.CAMPAIGN_ACTIONS_KEYS.split(',');
        const { said } = await runCommand(place, ['keys', 'check'], {
          env: { CAMPAIGN_ACTIONS_KEYS: newKey },
        });
        expect(!said.includes('k1'), `Without it, something misses it:\n${said}`);
      },
    };
  },
};
