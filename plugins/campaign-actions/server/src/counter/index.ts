import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { fingerprint } from '../http/door';
import { registerPermissions } from '../http/panel-permissions';
import { controllerOf, routesTo } from '../http/routed';
import { PERMISSIONS, service } from '../plugin';
import { type CounterBoard, createCounterBoard } from './board';
import { type OffsetChange, changeOffset } from './change-offset';
import { counterController } from './controller';
import { createHistory, type History } from './history';
import { createHistoryStore } from './history-store';
import { type OffsetEntry, createOffsetStore } from './offset-store';
import { counterDoors } from './doors';
import { counterRoutes } from './routes';
import { type Streams, createStreams } from './stream';
import { createTables } from './tables';

export interface OffsetService {
  /** @throws Problem 400 */
  change(change: OffsetChange): Promise<void>;
  /** Newest first. */
  history(action: string): Promise<OffsetEntry[]>;
}

const offset = ({ strapi }: { strapi: Core.Strapi }): OffsetService => {
  const offsets = createOffsetStore(strapi.db.connection);
  const uses = { offsets, catalogue: service(strapi, 'catalogue'), bounds: options(strapi).offset };
  return {
    change: (change) => changeOffset(uses, change),
    history: (action) => offsets.history(action),
  };
};

const counterBoard = ({ strapi }: { strapi: Core.Strapi }): CounterBoard =>
  createCounterBoard(service(strapi, 'catalogue'));

const streams = ({ strapi }: { strapi: Core.Strapi }): Streams =>
  createStreams({
    catalogue: service(strapi, 'catalogue'),
    limits: options(strapi).streams,
    onFailure: (error) => strapi.log.error(`[campaign-actions] ${fingerprint(error)}`),
  });

const history = ({ strapi }: { strapi: Core.Strapi }): History =>
  createHistory(service(strapi, 'catalogue'), createHistoryStore(strapi.db.connection));

export const counterSlice: Slice = {
  createTables,
  services: { offset, counterBoard, streams, history },
  controllers: { 'counter-panel': counterController, counter: controllerOf(counterDoors) },
  routes: { ...counterRoutes, counter: routesTo('counter', counterDoors) },
  register: ({ strapi }) =>
    registerPermissions(strapi, 'Counter', {
      [PERMISSIONS.readOverview]: 'See the live counter',
      [PERMISSIONS.updateOffset]: 'Change what was collected elsewhere',
    }),
  destroy: ({ strapi }) => service(strapi, 'streams').close(),
  bootstrap: ({ strapi }) => service(strapi, 'earlyPath').open(counterDoors(strapi)),
};
