// @ts-check
/**
 * What a site builds without the plugin: two content types, and the public role may create. It runs
 * on the same packages and with the very config files of the project's host.
 */
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

const contentType = (
  /** @type {string} */ name,
  /** @type {Record<string, object>} */ attributes,
) => ({
  kind: 'collectionType',
  collectionName: `${name}s`,
  info: { singularName: name, pluralName: `${name}s`, displayName: name },
  options: { draftAndPublish: false },
  attributes,
});

const TYPES = [
  contentType('petition', {
    title: { type: 'string', required: true },
    signatures: {
      type: 'relation',
      relation: 'oneToMany',
      target: 'api::signature.signature',
      mappedBy: 'petition',
    },
  }),
  contentType('signature', {
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
  }),
];

const PACKAGE = {
  name: 'stock',
  version: '0.0.0',
  private: true,
  dependencies: { '@strapi/strapi': '*', '@strapi/plugin-users-permissions': '*' },
};

const layType = async (
  /** @type {string} */ folder,
  /** @type {(typeof TYPES)[number]} */ type,
) => {
  const { singularName: name } = type.info;
  const api = path.join(folder, 'src', 'api', name);
  const core = `require('@strapi/strapi').factories`;
  const uid = `'api::${name}.${name}'`;
  const files = {
    [`content-types/${name}/schema.json`]: JSON.stringify(type),
    [`controllers/${name}.js`]: `module.exports = ${core}.createCoreController(${uid});\n`,
    [`services/${name}.js`]: `module.exports = ${core}.createCoreService(${uid});\n`,
    [`routes/${name}.js`]: `module.exports = ${core}.createCoreRouter(${uid});\n`,
  };
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(api, file)), { recursive: true });
    await writeFile(path.join(api, file), content);
  }
};

/** @type {import('../contender.js').Contender} */
export const stock = {
  name: 'stock content type',
  async lay(folder) {
    const appDir = path.join(folder, 'app');
    await mkdir(path.join(appDir, 'database', 'migrations'), { recursive: true });
    await cp(path.resolve('dist/config'), path.join(appDir, 'config'), { recursive: true });
    await symlink(path.resolve('node_modules'), path.join(appDir, 'node_modules'), 'junction');
    await writeFile(path.join(appDir, 'package.json'), JSON.stringify(PACKAGE));
    for (const type of TYPES) await layType(appDir, type);
    return { appDir, distDir: appDir };
  },
};
