// @ts-check
/** Signatures as entries of a content type, each related to its petition. */
import { EMAIL, PERSON } from './signature.mjs';
import { allow, layStock } from './stock.mjs';
import { countRows, publish, serveStrapi } from './strapi.mjs';

/** @typedef {import('knex').Knex} Knex */

const TYPES = {
  petition: {
    title: { type: 'string', required: true },
    signatures: {
      type: 'relation',
      relation: 'oneToMany',
      target: 'api::signature.signature',
      mappedBy: 'petition',
    },
  },
  signature: {
    email: { type: 'email', required: true, unique: true },
    name: { type: 'string', required: true },
    message: { type: 'text' },
    country: { type: 'string' },
    petition: {
      type: 'relation',
      relation: 'manyToOne',
      target: 'api::petition.petition',
      inversedBy: 'signatures',
    },
  },
};

const NAME = `${PERSON.givenName} ${PERSON.familyName}`;

/** Entries straight into its tables, until there are so many; answers how many it took. */
const fill = async (/** @type {Knex} */ knex, /** @type {number} */ rows) => {
  /** @type {unknown} */
  const found = await knex('signatures').max({ last: 'id' }).count({ n: '*' }).first();
  const { last, n } = /** @type {{ last: number | null, n: number | string }} */ (found);
  const missing = rows - Number(n);
  if (missing <= 0) return 0;
  const numbers = `with recursive numbers (n) as
    (select :from + 1 union all select n + 1 from numbers where n < :to)`;
  const values = {
    from: last ?? 0,
    to: (last ?? 0) + missing,
    name: NAME,
    message: PERSON.message,
  };
  const isSqlite = process.env.DATABASE_CLIENT === 'sqlite';
  const now = isSqlite ? `unixepoch() * 1000` : 'now()';
  const into = `insert into signatures (id, document_id, email, name, message, country, created_at,
    updated_at, published_at)`;
  const entries = `select n, 'generated' || n, 'generated-' || n || '@example.org', :name, :message,
    'CA', ${now}, ${now}, ${now} from numbers`;
  const links = `insert into signatures_petition_lnk (signature_id, petition_id, signature_ord)`;
  const linked = 'select n, (select min(id) from petitions), n from numbers';
  await knex.raw(`${into} ${numbers} ${entries}`, values);
  await knex.raw(`${links} ${numbers} ${linked}`, { from: values.from, to: values.to });
  if (!isSqlite)
    await knex.raw(`select setval(pg_get_serial_sequence('signatures', 'id'), ?)`, [values.to]);
  return missing;
};

/** @param {import('../row.js').Place} place */
export const serveStockSignatures = async ({ folder }) =>
  serveStrapi(await layStock(folder, { types: TYPES }), async (strapi) => {
    // A relation may be set only by who may read what it leads to.
    await allow(strapi, [
      'api::signature.signature.create',
      'api::signature.signature.find',
      'api::petition.petition.find',
    ]);
    const petition = await publish(strapi, 'api::petition.petition', { title: 'Stop the attacks' });
    const { country, message } = PERSON;
    const data = { email: EMAIL, name: NAME, country, message, petition };
    const counting = `filters[petition][documentId][$eq]=${petition}&pagination[pageSize]=1`;
    return {
      requests: {
        sign: { method: 'POST', path: '/api/signatures', body: { data }, status: 201 },
        counter: { method: 'GET', path: `/api/signatures?${counting}`, status: 200 },
      },
      answers: {
        left: () => 0,
        fill: (/** @type {{ rows: number }} */ { rows }) => fill(strapi.db.connection, rows),
        counts: async () => ({
          entries: await countRows(strapi, 'signatures'),
          'entries of the petition': await countRows(strapi, 'signatures_petition_lnk'),
        }),
      },
    };
  });
