// @ts-check
import { Refusal } from '../terminal.mjs';
import { many, options, withKeys } from './with-keys.mjs';

const MORE = `Servers take signatures as before, and nobody is counted who was counted already. To go on:
  npm run keys:reindex -- --yes`;

/** @param {import('./with-keys.mjs').Moved} moved */
const question = ({ action, seconds, unreadable }) =>
  [
    `Action ${action}:`,
    seconds > 0 &&
      `  ${many(seconds, 'signature')} of an address that has an older one: no longer counted, kept as invalidated`,
    unreadable > 0 &&
      `  ${many(unreadable, 'signature')} that do not open: they still count, and their address could sign once more`,
  ]
    .filter(Boolean)
    .join('\n');

export const reindex = () => {
  const { yes } = options();
  return withKeys(async (keys) => {
    if ((await keys.uses()).some(({ problem }) => problem))
      throw new Refusal(`Nothing was changed: "npm run keys:check" says what is wrong.`);
    const moved = await keys.reindex(yes, (action, step, done, all) =>
      console.log(`… ${action}: ${step}${all > 0 ? ` ${done} of ${all}` : ''}`),
    );
    const asks = moved.filter(({ outcome }) => outcome === 'asks');
    const done = moved.length - asks.length;
    if (done > 0)
      console.log(`✓ The addresses of ${many(done, 'action')} are found by the first key`);
    if (moved.length === 0) console.log('✓ Every address was found by the first key already');
    if (asks.length > 0) throw new Refusal(`${asks.map(question).join('\n')}\n${MORE}`);
  });
};
