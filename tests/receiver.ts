import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { App } from './app';

interface Hook {
  id: string;
}
interface HookStore {
  createWebhook(hook: object): Promise<Hook>;
}
interface HookRunner {
  add(hook: Hook): void;
}

const EVENTS = ['create', 'update', 'delete', 'publish', 'unpublish'].map(
  (event) => `entry.${event}`,
);

/** Somebody's server to which Strapi's own webhooks tell everything that they tell. */
export const startReceiver = async (app: App) => {
  const received: { event: string; entry: Record<string, unknown>; text: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { event, entry } = JSON.parse(body) as (typeof received)[number];
      received.push({ event, entry, text: body });
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const hook = await app.strapi.get<HookStore>('webhookStore').createWebhook({
    name: 'receiver',
    url: `http://127.0.0.1:${port}`,
    headers: {},
    events: EVENTS,
    isEnabled: true,
  });
  app.strapi.get<HookRunner>('webhookRunner').add(hook);
  return {
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
};
