// @ts-check
/**
 * What a site builds without the plugin: content types, and what the public role may do with them.
 * It runs on the same packages and with the very config files of the project's host.
 */
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {import('@strapi/strapi').Core.Strapi} Strapi
 * @typedef {Record<string, object>} Attributes
 * @typedef {{ types: Record<string, Attributes>, components?: Record<string, Attributes> }} Schemas by singular name
 */

const PACKAGE = {
  name: 'stock',
  version: '0.0.0',
  private: true,
  dependencies: { '@strapi/strapi': '*', '@strapi/plugin-users-permissions': '*' },
};

const write = async (/** @type {string} */ file, /** @type {string} */ content) => {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
};

const layType = async (
  /** @type {string} */ appDir,
  /** @type {string} */ name,
  /** @type {Attributes} */ attributes,
) => {
  const schema = {
    kind: 'collectionType',
    collectionName: `${name}s`,
    info: { singularName: name, pluralName: `${name}s`, displayName: name },
    options: { draftAndPublish: false },
    attributes,
  };
  const api = path.join(appDir, 'src', 'api', name);
  const core = `require('@strapi/strapi').factories`;
  const uid = `'api::${name}.${name}'`;
  await write(path.join(api, `content-types/${name}/schema.json`), JSON.stringify(schema));
  for (const part of ['Controller', 'Service', 'Router']) {
    const folder = part === 'Router' ? 'routes' : `${part.toLowerCase()}s`;
    await write(
      path.join(api, folder, `${name}.js`),
      `module.exports = ${core}.createCore${part}(${uid});\n`,
    );
  }
};

/** @param {string} folder @param {Schemas} schemas @returns where it and its compiled config lie */
export const layStock = async (folder, { types, components = {} }) => {
  const appDir = path.join(folder, 'app');
  const laid = { appDir, distDir: appDir };
  const fresh = await mkdir(appDir, { recursive: true });
  if (fresh === undefined) return laid;
  await mkdir(path.join(appDir, 'database', 'migrations'), { recursive: true });
  await cp(path.resolve('dist/config'), path.join(appDir, 'config'), { recursive: true });
  await symlink(path.resolve('node_modules'), path.join(appDir, 'node_modules'), 'junction');
  await write(path.join(appDir, 'package.json'), JSON.stringify(PACKAGE));
  for (const [name, attributes] of Object.entries(types)) await layType(appDir, name, attributes);
  for (const [name, attributes] of Object.entries(components)) {
    const info = { displayName: name };
    const schema = { collectionName: `components_${name}s`.replaceAll('-', '_'), info, attributes };
    await write(path.join(appDir, 'src/components/page', `${name}.json`), JSON.stringify(schema));
  }
  return laid;
};

/** Lets anybody do this. @param {Strapi} strapi @param {string[]} actions */
export const allow = async ({ db }, actions) => {
  /** @type {unknown} */
  const role = await db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  const { id } = /** @type {{ id: number }} */ (role);
  for (const action of actions)
    await db.query('plugin::users-permissions.permission').create({ data: { action, role: id } });
};
