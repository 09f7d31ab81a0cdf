// @ts-check
/** Installs and builds what the other doors stand on, and skips what is up to date. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { step } from './terminal.mjs';

const PLUGIN = 'plugins/campaign-actions';
const WEB = 'clients/web';
const SETTINGS = ['package-lock.json', 'tsconfig.json', `${PLUGIN}/package.json`];

/** @type {Record<'plugin' | 'web' | 'host' | 'panel', { title: string, command: [string, ...string[]], from: string[], to: string[] }>} */
const BUILDS = {
  plugin: {
    title: 'Building the plugin',
    command: ['npm', 'run', 'build', '-w', 'strapi-plugin-campaign-actions'],
    from: [...SETTINGS, `${PLUGIN}/contracts`, `${PLUGIN}/server`, `${PLUGIN}/admin`],
    to: [`${PLUGIN}/dist/server/index.js`, `${PLUGIN}/dist/admin/index.mjs`],
  },
  web: {
    title: 'Building the client',
    command: ['npm', 'run', 'build', '-w', 'campaign-actions-web'],
    from: ['package-lock.json', `${WEB}/package.json`, `${WEB}/scripts`, `${WEB}/src`],
    to: [
      'index.js',
      'elements.js',
      'campaign-elements.js',
      'challenge.js',
      'challenge-worker.js',
      'preview.js',
      'html.js',
      'html.cjs',
      'html.d.ts',
    ].map((file) => `${WEB}/dist/${file}`),
  },
  host: {
    title: 'Compiling the host',
    command: ['npm', 'exec', '--', 'tsc', '-p', 'tsconfig.json'],
    from: [...SETTINGS, 'config', 'src'],
    to: ['dist/config/server.js', 'dist/src/index.js'],
  },
  panel: {
    title: 'Building the admin panel',
    command: ['npm', 'exec', '--', 'strapi', 'build'],
    from: [...SETTINGS, `${PLUGIN}/contracts`, `${PLUGIN}/admin`, 'src/admin', 'config/admin.ts'],
    to: ['dist/build/index.html'],
  },
};

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Package */

/** @param {string} file */
const packagesIn = (file) => {
  /** @type {unknown} */
  const lockfile = JSON.parse(readFileSync(file, 'utf8'));
  return /** @type {{ packages: Record<string, Package> }} */ (lockfile).packages;
};

/** npm's own record of what it installed must agree with the lockfile. */
const isInstalled = () => {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional, link }]) =>
      link ||
      !name.includes('node_modules/') ||
      installed[name]?.version === version ||
      // Packages for other platforms are left out by npm.
      (!installed[name] && (optional || devOptional)),
  );
};

export const install = async () => {
  if (isInstalled()) return;
  await step('Installing packages, which takes a few minutes the first time', ['npm', 'ci']);
};

/** @param {string} place @returns {string[]} */
const filesIn = (place) =>
  readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const inside = path.join(place, entry.name);
    return entry.isDirectory() ? filesIn(inside) : [inside];
  });

/** @param {string[]} places files and folders; a missing one counts as empty */
const fingerprint = (places) => {
  const hash = createHash('sha256').update(process.version);
  for (const place of places.filter((candidate) => existsSync(candidate))) {
    const files = path.extname(place) ? [place] : filesIn(place).sort();
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
};

/**
 * What was built, and from what. The times are those of the outputs: a build by hand, of sources
 * that were changed back since, must not pass for this one.
 *
 * @param {(typeof BUILDS)[keyof typeof BUILDS]} build
 */
const stateOf = ({ from, to }) => {
  const times = to.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 'missing'));
  return [fingerprint(from), ...times].join(' ');
};

/** @param {(keyof typeof BUILDS)[]} names in the order in which they need each other */
export const build = async (...names) => {
  const stamp = (/** @type {keyof typeof BUILDS} */ name) => `.tmp/built/${name}`;
  mkdirSync('.tmp/built', { recursive: true });
  for (const [index, name] of names.entries()) {
    if (existsSync(stamp(name)) && readFileSync(stamp(name), 'utf8') === stateOf(BUILDS[name]))
      continue;
    await step(BUILDS[name].title, BUILDS[name].command);
    // Strapi compiles the host anew when it builds the panel, so the earlier ones are noted again.
    for (const done of names.slice(0, index + 1)) writeFileSync(stamp(done), stateOf(BUILDS[done]));
  }
};
