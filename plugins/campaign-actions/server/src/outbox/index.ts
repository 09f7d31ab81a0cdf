import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { fingerprint } from '../http/door';
import { createPostman } from '../mail/postman';
import { service } from '../plugin';
import { createTables } from './tables';
import { type Worker, startWorker } from './worker';

export interface Outbox {
  /** Something was put into the outbox just now. */
  wake(): void;
  start(): void;
  stop(): Promise<void>;
}

const outbox = ({ strapi }: { strapi: Core.Strapi }): Outbox => {
  let worker: Worker | null = null;
  const postman = createPostman(strapi);
  return {
    wake: () => worker?.wake(),
    start() {
      // A link made with a key that does not fit would be refused.
      if (service(strapi, 'operatorKeys').problems.length > 0) return;
      worker ??= startWorker({
        outbox: {
          claim: (most, leaseSeconds) =>
            service(strapi, 'books').durably((inside) => inside.outbox.claim(most, leaseSeconds)),
          postpone: (seq, seconds) => service(strapi, 'books').outbox.postpone(seq, seconds),
        },
        handle: (item) => postman.deliver(item),
        finish: (items) => postman.finish(items),
        onFailure: (item, error) =>
          strapi.log.warn(
            `[campaign-actions] A mail waits to be tried again (try ${item.attempts}): ${fingerprint(error)}`,
          ),
      });
    },
    async stop() {
      await worker?.stop();
      postman.close();
    },
  };
};

export const outboxSlice: Slice = {
  createTables,
  services: { outbox },
  bootstrap({ strapi }) {
    // Commands such as `strapi export` boot the plugin too, and must not send mail.
    strapi.server.httpServer.once('listening', () => service(strapi, 'outbox').start());
  },
  destroy: ({ strapi }) => service(strapi, 'outbox').stop(),
};
