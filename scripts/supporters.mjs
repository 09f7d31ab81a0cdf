// @ts-check
/**
 * `npm run supporters:rebuild`: compares what supporters show in public with the register, and mends
 * what does not fit. Running it twice changes nothing.
 */
import { loadHost } from './host.mjs';
import { checkEnvironment, checkNode } from './preflight.mjs';
import { open, Refusal } from './terminal.mjs';

/**
 * @typedef {import('../plugins/campaign-actions/server/src/supporters/rebuilt.js').Rebuilt} Rebuilt
 * @typedef {{ rebuild(): Promise<Rebuilt> }} Supporters
 */

await open(async () => {
  checkNode();
  checkEnvironment();
  const strapi = await loadHost();
  try {
    /** @type {Supporters} */
    const supporters = strapi.plugin('campaign-actions').service('supporters');
    const { missing, removed, unreadable } = await supporters.rebuild();
    console.log(
      missing + removed === 0
        ? '✓ Every public signature fits: nothing changed'
        : `✓ ${missing} drafts were missing, for an editor to publish; ${removed} entries deleted that no signature stands for`,
    );
    if (unreadable > 0)
      throw new Refusal(
        `✗ ${unreadable} signatures cannot be opened, and show nothing. "npm run keys:check" says which key is missing.`,
      );
  } finally {
    await strapi.destroy();
  }
});
