// @ts-check
/** The project's own host, as `npm start` would serve it, with one action. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describeRows } from './described.mjs';
import { fillRegister } from './fill.mjs';
import { FORM, SIGNATURE } from './signature.mjs';
import { countRows, publish, serveStrapi } from './strapi.mjs';

/**
 * @typedef {import('@strapi/strapi').Core.Strapi} Strapi
 * @typedef {import('../row.js').Serving} Serving
 */

const BASE = '/api/campaign-actions';
export const host = () => ({ appDir: process.cwd(), distDir: path.resolve('dist') });

export const publishAction = async (
  /** @type {Strapi} */ strapi,
  /** @type {string} */ confirmation,
) => {
  await publish(strapi, 'plugin::campaign-actions.organisation', {
    name: 'Example Organisation',
    url: 'https://example.org',
  });
  return publish(strapi, 'plugin::campaign-actions.action', {
    title: 'Stop the attacks',
    slug: 'stop-the-attacks',
    kind: 'petition',
    statement: 'Urge those responsible to act.',
    confirmation,
    targets: [{ name: 'Government of Example' }],
    form: FORM,
    counterLabel: '{count, plural, one {# person has} other {# people have}} taken action',
  });
};

const mailsWritten = async () => {
  const files = await readdir(process.env.MAIL_DIR ?? '').catch(() => []);
  return files.filter((file) => file.endsWith('.eml')).length;
};

/** @param {Strapi} strapi @param {string} action @returns {Serving['answers']} */
const answersOf = (strapi, action) => {
  let queries = 0;
  strapi.db.connection.on('query', () => void (queries += 1));
  return {
    queries: () => queries,
    left: () => countRows(strapi, 'campaign_actions_outbox'),
    async counts() {
      /** @type {unknown} */
      const ledger = await strapi.db.connection('campaign_actions_ledger').sum({ n: 'signatures' });
      const [sum] = /** @type {{ n: number | string | null }[]} */ (ledger);
      return {
        'rows in the register': await countRows(strapi, 'campaign_actions_register'),
        'signatures in the ledger': Number(sum?.n ?? 0),
        submissions: await countRows(strapi, 'campaign_actions_submissions'),
        mails: await mailsWritten(),
      };
    },
    rowsWritten: () => describeRows((sql) => strapi.db.connection.raw(sql)),
    fill: (/** @type {{ rows: number, actions: number }} */ amount) =>
      fillRegister(strapi.db.connection, action, amount),
    /** Tokens for the rows of one table, as mails would carry them. */
    async tokens(/** @type {{ purpose: string, table: string, state: string }} */ about) {
      /** @type {unknown} */
      const rows = await strapi.db
        .connection(about.table)
        .where({ state: about.state })
        .select('id');
      const vault = strapi.plugin('campaign-actions').service('vault');
      const { makeToken } = /** @type {{ makeToken: (purpose: string, id: Buffer) => string }} */ (
        vault
      );
      return /** @type {{ id: Buffer }[]} */ (rows).map(({ id }) => makeToken(about.purpose, id));
    },
  };
};

/** @param {'none' | 'required'} confirmation @returns {() => Promise<Serving>} */
export const servePlugin = (confirmation) => () =>
  serveStrapi(host(), async (strapi) => {
    const action = await publishAction(strapi, confirmation);
    const path = `${BASE}/actions/${action}`;
    return {
      requests: {
        sign: {
          method: 'POST',
          path: `${path}/signatures`,
          body: { data: SIGNATURE },
          status: confirmation === 'none' ? 201 : 202,
        },
        confirm: { method: 'POST', path: `${BASE}/signatures/confirm`, status: 200 },
        reject: { method: 'POST', path: `${BASE}/signatures/reject`, status: 200 },
        counter: { method: 'GET', path: `${path}/counter`, status: 200 },
        stream: { method: 'GET', path: `${path}/counter/stream`, status: 200 },
      },
      answers: answersOf(strapi, action),
    };
  });
