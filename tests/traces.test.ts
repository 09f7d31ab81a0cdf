import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type App, startApp } from './app';
import { canariesIn, canaryPerson, supportersInEveryState } from './canary';
import { maker } from './make';
import { everyTable, rowsOfTables } from './own-tables';
import { API, signatures } from './signatures';

const onSqlite = process.env.DATABASE_CLIENT !== 'postgres';

interface Call {
  event: string;
  uid?: string;
  text: string;
}

interface Store {
  allowedEvents: Map<string, string>;
  createWebhook(webhook: object): Promise<object>;
}
interface Runner {
  add(webhook: object): void;
}

/** A web server that notes what it is sent, and tells who waits for a certain call. */
const listener = async () => {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      calls.push({ ...(JSON.parse(text) as Call), text });
      response.end();
      server.emit('call');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    calls,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async hears(words: string): Promise<void> {
      const signal = AbortSignal.timeout(20_000);
      while (!calls.some(({ text }) => text.includes(words)))
        await once(server, 'call', { signal });
    },
    close: () => server.close(),
  };
};

/** A value of a row as a text in which a word can be found. */
const readable = (value: unknown): string => {
  if (Buffer.isBuffer(value)) return [value.toString(), value.toString('latin1')].join(' ');
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  return [text, Buffer.from(text, 'hex').toString(), Buffer.from(text, 'base64').toString()].join(
    ' ',
  );
};

describe('A signature', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.destroy());

  it('is not told to Strapi’s webhooks, whatever events they listen to (T-27)', async () => {
    const hook = await listener();
    const store: Store = app.strapi.get('webhookStore');
    const runner: Runner = app.strapi.get('webhookRunner');
    const events = [...store.allowedEvents.values()];
    expect(events).toEqual(expect.arrayContaining(['entry.create', 'entry.publish']));
    runner.add(await store.createWebhook({ name: 'all', url: hook.url, headers: {}, events }));

    const make = maker(app);
    const { documentId } = await make.action({ title: 'Heard first' });
    await hook.hears('Heard first');
    const people = signatures(app);
    for (let i = 0; i < 10; i += 1) {
      const person = canaryPerson();
      await people.sign(documentId, person);
      await people.confirm((await people.tokens(person.email)).confirm);
      const thanks = await people.tokens(person.email, 2);
      if (i % 2 === 0) await people.withdraw(thanks.withdraw);
    }
    expect(await people.ledger(documentId)).toMatchObject({ signatures: 5 });
    await make.action({ title: 'Heard last' });
    await hook.hears('Heard last');

    expect(canariesIn(hook.calls.map(({ text }) => text).join('\n'))).toEqual([]);
    const told = hook.calls.filter(({ text }) => !/Heard (first|last)/.test(text));
    expect(told).toEqual([]);
    hook.close();
  });

  it('leaves no word of the supporter in any table of the database (T-65)', async () => {
    await supportersInEveryState(app);
    const rows = await rowsOfTables(app, await everyTable(app));
    expect(rows['campaign_actions_register']?.length).toBeGreaterThan(5);
    for (const [table, found] of Object.entries(rows)) {
      const words = found.flatMap((row) => Object.values(row)).map(readable);
      expect([table, canariesIn(words.join('\n'))]).toEqual([table, []]);
    }
  });

  if (onSqlite) {
    it('leaves none in the files of the database either, nor in its write-ahead log (T-65)', async () => {
      const file = app.file('stories.db');
      const look = async (): Promise<string[]> => {
        const names = (await readdir(path.dirname(file))).filter((name) =>
          name.startsWith('stories.db'),
        );
        const bytes = await Promise.all(names.map((name) => readFile(app.file(name), 'latin1')));
        expect(canariesIn(bytes.join('\n'))).toEqual([]);
        // So that looking at the wrong files does not pass.
        expect(bytes.join('\n')).toContain('Heard last');
        return names;
      };
      expect(await look()).toContain('stories.db-wal');
      await app.strapi.db.connection.raw('pragma wal_checkpoint(truncate)');
      await look();
    });
  }

  it('leaves no word of the supporter and no token in the log, down to its finest level (T-32, T-63)', async () => {
    app.logs.length = 0;
    const { tokens, actions } = await supportersInEveryState(app);
    const [action] = actions;
    const people = signatures(app);
    for (const token of tokens) {
      for (const door of [people.confirm, people.withdraw, people.reject]) await door(token);
    }
    await people.sign(action?.documentId ?? '', { ...canaryPerson(), country: 'Canarynelle' });
    await app.post(`${API}/actions/canary/signatures`, { data: canaryPerson() });
    await app.get(`${API}/campaigns?q=seen`);

    const log = app.logs.join('\n');
    // So that a log of nothing does not pass: what is answered early has no line in it.
    expect(log).toContain(`GET ${API}/campaigns (`);
    // A query may hold what a front end meant to post.
    expect(log).not.toContain('q=seen');
    expect(canariesIn(log)).toEqual([]);
    expect(tokens.filter((token) => log.includes(token))).toEqual([]);
  });

  it('that the database refuses is answered with 503 and a time, and logged without a word of it (T-63)', async () => {
    const make = maker(app);
    const [direct, asking] = [await make.action({ confirmation: 'none' }), await make.action()];
    const people = signatures(app);
    const person = canaryPerson();
    await people.sign(asking.documentId, person);
    const links = await people.tokens(person.email);
    const { connection } = app.strapi.db;
    app.logs.length = 0;
    await connection.schema.renameTable('campaign_actions_register', 'moved_away');
    try {
      const answers = [
        await people.sign(direct.documentId, canaryPerson()),
        await people.confirm(links.confirm),
      ];
      for (const { status, headers, text } of answers) {
        expect([status, headers.get('retry-after')]).toEqual([503, expect.stringMatching(/^\d+$/)]);
        expect(canariesIn(text)).toEqual([]);
      }
    } finally {
      await connection.schema.renameTable('moved_away', 'campaign_actions_register');
    }
    const log = app.logs.join('\n');
    expect(log).toContain('[campaign-actions]');
    expect(canariesIn(log)).toEqual([]);
    expect(log).not.toMatch(/insert into|select .* from/i);
    expect((await people.confirm(links.confirm)).status).toBe(200);
    await people.ledgerEqualsRows();
  });
});
