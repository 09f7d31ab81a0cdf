import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { watchDocuments } from '../editing/check-documents';
import { fingerprint } from '../http/door';
import { controllerOf, routesTo } from '../http/routed';
import { service } from '../plugin';
import { supporterDoors } from './doors';
import { type SupporterPage, createSupporterPage } from './page';
import { rebuild } from './rebuild';
import type { Rebuilt } from './rebuilt';
import { refuseHandmade } from './refuse-handmade';
import { showDue } from './show-due';
import { createSupporterStore } from './store';
import { type ShowWorker, startShowing } from './worker';

/** What supporters agreed to show. */
export interface SupporterService {
  page: SupporterPage;
  rebuild(): Promise<Rebuilt>;
  start(): void;
  stop(): Promise<void>;
}

/** Then something is wrong with all of them. */
const MOST_FAILED = 200;

const supporters = ({ strapi }: { strapi: Core.Strapi }): SupporterService => {
  const store = createSupporterStore(strapi.db.connection);
  let worker: ShowWorker | null = null;
  let failed: Buffer[] = [];

  const warn = (said: string): void => void strapi.log.warn(`[campaign-actions] ${said}`);

  const showSome = async (): Promise<boolean> => {
    try {
      const { made, unreadable, errors } = await showDue(strapi, failed);
      if (unreadable > 0) warn(`${unreadable} signatures cannot be opened, and show nothing.`);
      if (errors.length > 0)
        warn(`${errors.length} public signatures are tried again: ${fingerprint(errors[0])}`);
      if (made + unreadable + errors.length > 0 && failed.length < MOST_FAILED) return true;
    } catch (error) {
      warn(`Public signatures are made in a moment: ${fingerprint(error)}`);
    }
    failed = [];
    return false;
  };

  return {
    page: createSupporterPage(service(strapi, 'catalogue'), store),
    rebuild: () => rebuild(strapi),
    start() {
      // What is sealed would not open.
      if (service(strapi, 'operatorKeys').problems.length > 0) return;
      worker ??= startShowing(showSome);
    },
    async stop() {
      await worker?.stop();
    },
  };
};

export const supportersSlice: Slice = {
  services: { supporters },
  controllers: { supporters: controllerOf(supporterDoors) },
  routes: { supporters: routesTo('supporters', supporterDoors) },
  register: ({ strapi }) => watchDocuments(strapi, refuseHandmade(strapi)),
  bootstrap({ strapi }) {
    service(strapi, 'earlyPath').open(supporterDoors(strapi));
    // Commands such as `strapi export` boot the plugin too, and must make nothing.
    strapi.server.httpServer.once('listening', () => service(strapi, 'supporters').start());
  },
  destroy: ({ strapi }) => service(strapi, 'supporters').stop(),
};
