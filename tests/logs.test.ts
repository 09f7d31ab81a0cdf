import path from 'node:path';
import { type App, startApp } from './app';
import {
  CANARIES,
  canary,
  filesWith,
  form,
  listenToProcess,
  person,
  seenIn,
} from './logs/canaries';
import type { Mode } from './logs/mode';
import { MODES_OF_BREAKING } from './logs/modes-of-breaking';
import { MODES_OF_MAIL } from './logs/modes-of-mail';
import { MODES_OF_PANEL } from './logs/modes-of-panel';
import { MODES_OF_SENDING } from './logs/modes-of-sending';
import { type World, makeWorld } from './logs/world';
import { maker, someEmail } from './make';
import { panelUser } from './panel-users';
import { signatures } from './signatures';
import type { Vault } from './signing';

/** Those that restart the server stand last. */
const MODES: Mode[] = [
  ...MODES_OF_SENDING,
  ...MODES_OF_PANEL,
  ...MODES_OF_BREAKING,
  ...MODES_OF_MAIL,
];

const onSqlite = process.env.DATABASE_CLIENT !== 'postgres';

describe('Whatever goes wrong', () => {
  let app: App;
  let world: World;
  let heard: ReturnType<typeof listenToProcess>;
  const tokens: string[] = [];

  beforeAll(async () => {
    heard = listenToProcess();
    app = await startApp({ LOG_LEVEL: 'debug', CAMPAIGN_ACTIONS_RATE_LIMIT: 'off' });
    const make = maker(app);
    const action = async (values: object): Promise<string> =>
      (await make.action({ form, ...values })).documentId;
    const [asking, counted, closed, early, unpublished] = [
      await action({ confirmation: 'required' }),
      await action({ confirmation: 'none' }),
      await action({ closesAt: '2020-01-01T00:00:00.000Z' }),
      await action({ opensAt: '2999-01-01T00:00:00.000Z' }),
      await action({ status: 'draft' }),
    ];
    const supporters = signatures(app);
    const vault = app.strapi.plugin('campaign-actions').service<Vault>('vault');
    await supporters.sign(asking, { email: someEmail(canary.email) });
    await supporters.sign(counted, { email: someEmail(canary.email) });
    const [waiting] = await supporters.submissions(asking);
    const [standing] = await supporters.register(counted);
    const made = {
      confirm: vault.makeToken('confirm', waiting?.id as Buffer),
      reject: vault.makeToken('reject', waiting?.id as Buffer),
      withdraw: vault.makeToken('withdraw', standing?.id as Buffer),
    };
    tokens.push(...Object.values(made));
    await supporters.everyMailIsOut();
    const editor = await panelUser(app, [
      'signatures.invalidate',
      'signatures.erase',
      'signatures.export',
    ]);
    const places = { asking, counted, closed, early, unpublished, tokens: made };
    world = makeWorld(app, places, editor);
  }, 120_000);
  afterAll(async () => {
    heard.end();
    await app.destroy();
  });

  const printed = (): string => [...heard.heard, ...app.logs].join('\n');

  it('is gone through in fifty ways or more, with thirty things nobody may learn (T-63)', () => {
    expect(new Set(MODES.map(({ name }) => name)).size).toBe(MODES.length);
    expect(MODES.length).toBeGreaterThanOrEqual(50);
    expect(new Set(CANARIES).size).toBeGreaterThanOrEqual(30);
  });

  it('would be seen if it were printed', () => {
    for (const said of [
      canary.email,
      `SQLITE_ERROR: insert … values ('${canary.message.toUpperCase()}')`,
      Buffer.from(JSON.stringify(person)).toString('base64'),
      Buffer.from(`${canary.email}@example.org`).toString('base64'),
      `GET /confirm#token=${tokens[0]}`,
    ])
      expect(seenIn(said, tokens)).not.toEqual([]);
    app.strapi.log.debug('heard one');
    process.stdout.write('heard two');
    // eslint-disable-next-line no-console -- what others print there must be heard too
    console.error(new Error('heard three'));
    for (const word of ['heard one', 'heard two', 'heard three']) expect(printed()).toContain(word);
  });

  it.each(MODES.map((mode) => [mode.name, mode] as const))(
    'tells nobody who signed: %s (T-63)',
    async (_name, mode) => {
      const refused = world.refusals.length;
      const answered = await mode.play(world);
      if (mode.status !== null) expect(answered).toBe(mode.status);
      expect(seenIn(printed(), tokens)).toEqual([]);
      expect(seenIn(world.refusals.slice(refused).join('\n'), tokens)).toEqual([]);
    },
    60_000,
  );

  it('leaves nothing on the disk but what is sealed and the letters themselves', async () => {
    // The name of a channel is counted in clear, by day, with nobody beside it.
    const found = await filesWith(path.dirname(app.mailDir), canary.code, tokens);
    if (onSqlite) expect(found).toEqual([]);
    expect((await app.get('/api/campaign-actions/ready')).status).toBe(200);
  });
});
