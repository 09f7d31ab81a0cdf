// @ts-check
import { Refusal } from '../terminal.mjs';
import { progress, withKeys } from './with-keys.mjs';

export const rotate = () =>
  withKeys(async (keys) => {
    const wrong = (await keys.uses()).filter(({ problem }) => problem);
    if (wrong.length > 0)
      throw new Refusal(`Nothing was changed: "npm run keys:check" says what is wrong.`);
    const done = await keys.rewrap(progress);
    console.log(
      done > 0
        ? `✓ ${done} data keys are wrapped under the first key now`
        : '✓ Every data key was under the first key already: nothing changed',
    );
  });
