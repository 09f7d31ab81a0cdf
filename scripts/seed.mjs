// @ts-check
/** `npm run seed`: loads or refreshes the demo content; a second run changes nothing. */
import { loadDemo, loadHost } from './host.mjs';
import { checkEnvironment, checkNode } from './preflight.mjs';
import { build, install } from './prepare.mjs';
import { open } from './terminal.mjs';

await open(async () => {
  checkNode();
  checkEnvironment();
  await install();
  await build('plugin', 'web', 'host');
  const { seed } = await loadDemo();
  const strapi = await loadHost();
  const written = await seed(strapi);
  console.log(
    written.length > 0
      ? `✓ Wrote ${written.join(', ')}`
      : '✓ Everything was there: nothing changed',
  );
  await strapi.destroy();
});
