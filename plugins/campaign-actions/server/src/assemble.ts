import type { Core, Plugin } from '@strapi/strapi';
import type { Knex } from 'knex';
import { type LaterColumn, addColumn, lockTables } from './add-column';
import { requireDurability, surviveLostConnections } from './database';
import { AFTER_SYNC } from './plugin';

/**
 * One noun of the domain: a small plugin of its own, plus the tables it owns.
 * `createTables` must be idempotent; several nodes may start at once.
 */
export interface Slice extends Partial<Omit<Plugin.LoadedPlugin, 'config' | 'routes'>> {
  routes?: Record<string, Core.RouterConfig>;
  createTables?: (knex: Knex) => Promise<void>;
  /** Of tables that are there already; `createTables` knows them, too. */
  laterColumns?: LaterColumn[];
}

type Folder = 'contentTypes' | 'controllers' | 'services' | 'routes' | 'policies' | 'middlewares';

const mergeFolder = <F extends Folder>(slices: Slice[], folder: F): Plugin.LoadedPlugin[F] => {
  const merged: Record<string, unknown> = {};
  for (const slice of slices) {
    for (const [key, value] of Object.entries(slice[folder] ?? {})) {
      if (key in merged) throw new Error(`Two slices register the ${folder} entry "${key}".`);
      merged[key] = value;
    }
  }
  return merged as Plugin.LoadedPlugin[F];
};

/** Strapi types its hooks as `any`. */
interface AfterSync {
  register(handler: () => Promise<void>): void;
}

type Moment = (context: { strapi: Core.Strapi }) => void | Promise<void>;

const inOrder =
  (moments: (Moment | undefined)[]): Moment =>
  async (context) => {
    for (const moment of moments) await moment?.(context);
  };

/** Own tables are made after Strapi's schema sync, which leaves tables alone that it never knew. */
const createOwnTables =
  (slices: Slice[]): Moment =>
  ({ strapi }) => {
    const afterSync = strapi.hook(AFTER_SYNC) as AfterSync;
    afterSync.register(async () => {
      await requireDurability(strapi.db.connection);
      const { connection } = strapi.db;
      for (const { laterColumns = [] } of slices)
        for (const column of laterColumns) await addColumn(connection, column);
      await connection.transaction(async (trx) => {
        await lockTables(trx);
        for (const slice of slices) await slice.createTables?.(trx);
      });
    });
  };

/**
 * Folds slices into one plugin. Lifecycle functions run in the order given, `destroy` in reverse.
 *
 * @throws Error when two slices register the same key.
 */
export const assemble = (slices: Slice[]): Omit<Plugin.LoadedPlugin, 'config'> => ({
  register: inOrder([
    ({ strapi }) => surviveLostConnections(strapi),
    createOwnTables(slices),
    ...slices.map((slice) => slice.register),
  ]),
  bootstrap: inOrder(slices.map((slice) => slice.bootstrap)),
  destroy: inOrder(slices.map((slice) => slice.destroy).reverse()),
  contentTypes: mergeFolder(slices, 'contentTypes'),
  controllers: mergeFolder(slices, 'controllers'),
  services: mergeFolder(slices, 'services'),
  routes: mergeFolder(slices, 'routes'),
  policies: mergeFolder(slices, 'policies'),
  middlewares: mergeFolder(slices, 'middlewares'),
});
