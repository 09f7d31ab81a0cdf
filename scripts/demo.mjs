// @ts-check
/** `npm run demo`: from a fresh clone to a served page, with everything that takes. */
import { loadDemo, loadHost } from './host.mjs';
import { checkEnvironment, checkNode, checkPort } from './preflight.mjs';
import { build, install } from './prepare.mjs';
import { setup } from './setup.mjs';
import { open, Refusal } from './terminal.mjs';

/** Whoever reads the demo's mailbox reads everybody's mail, so nobody else on the network gets there. */
const HOST = '127.0.0.1';

await open(async () => {
  checkNode();
  const port = await checkPort(HOST);
  setup();
  checkEnvironment();
  await install();
  await build('plugin', 'web', 'host', 'panel');

  const base = `http://localhost:${port}`;
  console.log('… Loading the demo content');
  const { prepareDemo, serveMailbox } = await loadDemo();
  // Drafts are shown by the very pages that everybody sees.
  const strapi = await loadHost({ HOST, PREVIEW_URL: `${base}/preview` });
  const { login, campaign, action } = await prepareDemo(strapi);
  if (!process.env.SMTP_URL) {
    try {
      serveMailbox(strapi);
    } catch (error) {
      throw new Refusal(/** @type {Error} */ (error).message);
    }
  }
  await strapi.start();

  const api = `${base}/api/campaign-actions`;
  const mail = process.env.SMTP_URL
    ? 'is sent by the server of SMTP_URL'
    : `${base}/mailbox   goes to nobody: files in ${process.env.MAIL_DIR}`;
  console.log(`
The demo is served. Ctrl-C stops it.

  Campaign page  ${base}/
                 ${base}/?locale=fr
  Admin panel    ${base}/admin
                 ${login.email}   ${login.password}
  As data        ${api}/campaigns/${campaign}
  Counter        ${api}/actions/${action}/counter
  Mail           ${mail}
  All doors      ${base}/doors
`);
});
