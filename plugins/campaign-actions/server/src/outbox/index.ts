import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { fingerprint } from '../http/door';
import { createMailContents } from '../mail/content';
import { finish } from '../mail/finish';
import { type MailGate, createMailGate, openGate } from '../mail/gate';
import { createLanes, noLanes } from '../mail/lanes';
import { createPostman } from '../mail/postman';
import { createSender } from '../mail/sender';
import { service } from '../plugin';
import { freshBytes } from '../privacy/random';
import type { OpenBooks } from '../signature/books';
import type { ClaimedItem } from './store';
import { createTables } from './tables';
import { type Worker, startWorker } from './worker';

export interface Outbox {
  /** Something was put into the outbox just now. */
  wake(): void;
  start(): void;
  stop(): Promise<void>;
}

const MOST_REMINDERS = 100;

/** What is to be reminded of now is put among what is to happen now, in one transaction. */
const bringReminders = async ({ outbox }: OpenBooks): Promise<void> => {
  const due = await outbox.takeReminders(MOST_REMINDERS);
  await outbox.add(
    due.map(({ action, row_id }) => ({
      id: freshBytes(16),
      kind: 'reminder' as const,
      action,
      row_id,
      sealed: null,
    })),
  );
};

const gateOf = (strapi: Core.Strapi): MailGate => {
  const { rateLimit, mailCaps: caps } = options(strapi);
  if (!rateLimit) return openGate;
  return createMailGate({
    knex: strapi.db.connection,
    dayKeys: service(strapi, 'dayKeys'),
    caps,
    clock: () => new Date(),
    onFull: () =>
      strapi.log.warn(
        `[campaign-actions] Mail waits for the next minute: ${caps.perMinute} a minute is the most (CAMPAIGN_ACTIONS_MAILS_PER_MINUTE).`,
      ),
  });
};

const outbox = ({ strapi }: { strapi: Core.Strapi }): Outbox => {
  let worker: Worker | null = null;
  const sender = createSender(options(strapi));
  const onFailure = (item: ClaimedItem, error: unknown): void =>
    void strapi.log.warn(
      `[campaign-actions] A mail waits to be tried again (try ${item.attempts}): ${fingerprint(error)}`,
    );
  const onBounce = (_item: ClaimedItem, error: unknown): void =>
    void strapi.log.info(
      `[campaign-actions] A mailbox takes no mail; its mail is not tried again: ${fingerprint(error)}`,
    );

  const start = (): Worker => {
    const books = service(strapi, 'books');
    const gate = gateOf(strapi);
    return startWorker({
      outbox: {
        async claim(most, leaseSeconds) {
          const room = Math.min(most, await gate.room());
          if (room === 0) return [];
          return books.durably(async (inside) => {
            await bringReminders(inside);
            return inside.outbox.claim(room, leaseSeconds);
          });
        },
      },
      plan: createPostman({
        policyOf: async (action) =>
          (await service(strapi, 'catalogue').find(action))?.policy ?? null,
        writing: {
          books,
          vault: service(strapi, 'vault'),
          quarantine: service(strapi, 'quarantine'),
          contents: createMailContents(strapi),
        },
        gate,
        lanes: options(strapi).smtpUrl ? createLanes() : noLanes,
        sender,
        onFailure,
        onBounce,
      }),
      finish: (settled) => finish(strapi.db.connection, settled),
      onFailure,
    });
  };

  return {
    wake: () => worker?.wake(),
    start() {
      // A link made with a key that does not fit would be refused.
      if (service(strapi, 'operatorKeys').problems.length > 0) return;
      worker ??= start();
    },
    async stop() {
      await worker?.stop();
      sender.close();
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
