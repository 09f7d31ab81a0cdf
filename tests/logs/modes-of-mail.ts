import { EventEmitter, once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { canary, person } from './canaries';
import type { Mode } from './mode';
import type { World } from './world';

let people = 0;
const somebody = () => ({ ...person, email: `${canary.email}+mail${(people += 1)}@example.org` });

/** Until the outbox has said that it will try again, or long enough. */
const untilLogged = async ({ app }: World, from: number): Promise<void> => {
  const end = Date.now() + 15_000;
  while (!app.logs.slice(from).some((line) => line.includes('[campaign-actions]'))) {
    if (Date.now() > end) throw new Error('Nothing was said about a mail that failed.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Answers as many do: with the address and, to be helpful, all that it knows about it. */
const rudeServer = async () => {
  const refused = new EventEmitter();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      refused.emit('address');
      const said = `<${address}> is not known here (${canary.other})`;
      done(Object.assign(new Error(said), { responseCode: 550 }));
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://${canary.cookie}:${canary.authorization}@127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
};

const isPostgres = process.env.DATABASE_CLIENT === 'postgres';
const [JUNK, LONG_AGO] = isPostgres ? [`'\\x00'::bytea`, `'2000-01-01'`] : [`x'00'`, '0'];

/** Waits until the postman has found a row that does not open. */
const untilSetAside = async ({ app }: World): Promise<void> => {
  const end = Date.now() + 20_000;
  const found = () =>
    app.strapi.db.connection('campaign_actions_submissions').whereNotNull('unreadable').first('id');
  while (!((await found()) as unknown)) {
    if (Date.now() > end) throw new Error('No row was set aside.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const restarted = async ({ app }: World, env: Record<string, string>): Promise<void> => {
  const { logs } = app;
  Object.assign(app, await app.restart(env));
  app.logs.unshift(...logs);
};

const signed = async (world: World): Promise<number> => {
  const from = world.app.logs.length;
  const status = await world.sign(world.asking, somebody());
  await untilLogged(world, from);
  return status;
};

export const MODES_OF_MAIL: Mode[] = [
  {
    name: 'a mail server that refuses the address and repeats it',
    status: 202,
    async play(world) {
      const server = await rudeServer();
      await restarted(world, { SMTP_URL: server.url.replace(/\/\/.*@/, '//') });
      const status = await signed(world);
      await server.close();
      return status;
    },
  },
  {
    name: 'a mail server that takes no such password',
    status: 202,
    async play(world) {
      const server = await rudeServer();
      await restarted(world, { SMTP_URL: server.url });
      const status = await signed(world);
      await server.close();
      return status;
    },
  },
  {
    name: 'a mail server that is away',
    status: 202,
    async play(world) {
      await restarted(world, { SMTP_URL: 'smtp://127.0.0.1:9' });
      return signed(world);
    },
  },
  {
    name: 'a folder for mail that is a file',
    status: 202,
    async play(world) {
      await restarted(world, { SMTP_URL: '' });
      const { mailDir } = world.app;
      // In one turn, or mail that waits would make the folder anew in between.
      renameSync(mailDir, `${mailDir}-away`);
      writeFileSync(mailDir, '');
      const status = await signed(world);
      renameSync(mailDir, `${mailDir}-file`);
      renameSync(`${mailDir}-away`, mailDir);
      return status;
    },
  },
  {
    name: 'mail for a row that cannot be opened',
    status: 202,
    async play(world) {
      await restarted(world, { SMTP_URL: 'smtp://127.0.0.1:9' });
      const status = await signed(world);
      await world.sql(
        `update campaign_actions_submissions set sealed = ${JUNK}, unreadable = null`,
      );
      await restarted(world, { SMTP_URL: '' });
      await world.sql(
        `update campaign_actions_outbox set attempts = 0, leased_until = null, due_at = ${LONG_AGO}`,
      );
      await untilSetAside(world);
      return status;
    },
  },
  {
    name: 'a server with another key than its database',
    status: 503,
    async play(world) {
      const other = `k9:${Buffer.alloc(32, 9).toString('base64')}`;
      const { CAMPAIGN_ACTIONS_KEYS: own = '' } = process.env;
      await restarted(world, { CAMPAIGN_ACTIONS_KEYS: other });
      const status = await world.sign(world.asking, somebody());
      await restarted(world, { CAMPAIGN_ACTIONS_KEYS: own });
      return status;
    },
  },
  {
    name: 'keys that are malformed',
    status: null,
    async play(world) {
      const { CAMPAIGN_ACTIONS_KEYS: own = '' } = process.env;
      const { app } = world;
      const stopped = await app.stop();
      const refusal = await stopped
        .start({ CAMPAIGN_ACTIONS_KEYS: `k1:${canary.authorization}` })
        .then(
          () => 'It started.',
          (error: Error) => `${error.stack} ${JSON.stringify(error)}`,
        );
      world.refusals.push(refusal);
      expect(refusal).toContain('CAMPAIGN_ACTIONS_KEYS');
      const { logs } = app;
      Object.assign(app, await stopped.start({ CAMPAIGN_ACTIONS_KEYS: own }));
      app.logs.unshift(...logs);
    },
  },
];
