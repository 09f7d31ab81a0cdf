// @ts-check
/** The page of the demo as entries of content types, read in one fully populated request. */
import { readFile } from 'node:fs/promises';
import { PAGE_SCHEMAS, POPULATE } from './page-schemas.mjs';
import { allow, layStock } from './stock.mjs';
import { publish, serveStrapi } from './strapi.mjs';

/** @typedef {{ heading: string | null, body: string[] }} Text */

const blocks = (/** @type {string[]} */ paragraphs) =>
  paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));

const IMAGE = {
  name: 'candle-en.jpg',
  alternativeText: 'A single candle burns in a dark window.',
  width: 1600,
  height: 1067,
  formats: Object.fromEntries(
    ['thumbnail', 'small', 'medium', 'large'].map((name) => [
      name,
      {
        name,
        hash: name,
        ext: '.jpg',
        mime: 'image/jpeg',
        width: 500,
        height: 333,
        size: 21.4,
        url: `/uploads/${name}.jpg`,
      },
    ]),
  ),
  hash: 'candle_en',
  ext: '.jpg',
  mime: 'image/jpeg',
  size: 120.5,
  url: '/uploads/candle_en.jpg',
  provider: 'local',
};

const actionOf = (
  /** @type {{ title: string, slug: string, statement: string, targets: object[], form: object, counterLabel: string, closedMessage: string, thanks: Text }} */ {
    title,
    slug,
    statement,
    targets,
    form,
    counterLabel,
    closedMessage,
    thanks: { heading, body },
  },
) => ({
  ...{ title, slug, statement, targets, form, counterLabel, closedMessage },
  kind: 'petition',
  goal: 1000,
  signatures: 785,
  thanks: { heading, body: blocks(body) },
});

/** @param {import('../row.js').Place} place */
export const serveStockPage = async ({ folder }) => {
  /** @type {unknown} */
  const parsed = JSON.parse(await readFile('src/demo/content/en.json', 'utf8'));
  const { organisation, letter, petition, campaign } =
    /** @type {typeof import('../../src/demo/content/en.json')} */ (parsed);
  return serveStrapi(await layStock(folder, PAGE_SCHEMAS), async (strapi) => {
    const types = ['campaign', 'action', 'organisation'];
    await allow(
      strapi,
      types.flatMap((type) => [`api::${type}.${type}.find`, `api::${type}.${type}.findOne`]),
    );
    /** @type {unknown} */
    const file = await strapi.db.query('plugin::upload.file').create({ data: IMAGE });
    const { id: image } = /** @type {{ id: number }} */ (file);
    const create = (/** @type {string} */ type, /** @type {Record<string, unknown>} */ data) =>
      publish(strapi, `api::${type}.${type}`, data);
    const { title, slug, hero, sections, furtherAction, seo, share } = campaign;
    const id = await create('campaign', {
      ...{ title, slug, share },
      hero: { ...hero, image },
      organisation: await create('organisation', organisation),
      action: await create('action', actionOf(petition)),
      sections: sections.map(({ heading, body }) => ({
        __component: 'page.section',
        heading,
        body: blocks(body),
      })),
      furtherActions: [{ ...furtherAction, action: await create('action', actionOf(letter)) }],
      seo: { ...seo, shareImage: image },
    });
    const populate = POPULATE.map((path, at) => `populate[${at}]=${path}`).join('&');
    return {
      requests: { page: { method: 'GET', path: `/api/campaigns/${id}?${populate}`, status: 200 } },
      answers: { left: () => 0 },
    };
  });
};
