import { canary, person } from './canaries';
import type { Mode } from './mode';
import type { World } from './world';

const isPostgres = process.env.DATABASE_CLIENT === 'postgres';
const SIGN_TABLES = ['ledger', 'register', 'submissions', 'outbox', 'suppressions', 'tallies'];

let people = 0;
const somebody = () => ({ ...person, email: `${canary.email}+${(people += 1)}@example.org` });

const without = async <T>(world: World, table: string, deed: () => Promise<T>): Promise<T> => {
  const name = `campaign_actions_${table}`;
  await world.sql(`alter table ${name} rename to away`);
  try {
    return await deed();
  } finally {
    await world.sql(`alter table away rename to ${name}`);
  }
};

const ofTable = (table: string): Mode[] => [
  {
    name: `signing without the table ${table}, counted`,
    status: table === 'submissions' ? 201 : 503,
    play: (world) => without(world, table, () => world.sign(world.counted, somebody())),
  },
];

const onLinks = (['confirm', 'reject', 'withdraw'] as const).map((deed): Mode => ({
  name: `a genuine link to ${deed} without the register`,
  status: 503,
  play: (world) => without(world, 'register', () => world.link(deed, world.tokens[deed])),
}));

const onPersons = (['/erasures', '/persons/export'] as const).map((door): Mode => ({
  name: `somebody looked for at ${door} without the register`,
  status: 500,
  play: (world) =>
    without(world, 'register', () =>
      world.panel(door, {
        email: somebody().email,
        ...(door === '/erasures' ? { erase: true } : { reason: 'A request' }),
      }),
    ),
}));

const between = (name: string, before: string, after: string): Mode => ({
  name,
  status: 503,
  async play(world) {
    await world.sql(before);
    try {
      // A full database still uses up what pages it has left.
      let status = 0;
      for (let tries = 0; status !== 503 && tries < 500; tries += 1)
        status = await world.sign(world.asking, {
          ...somebody(),
          message: canary.message.repeat(200),
        });
      return status;
    } finally {
      await world.sql(after);
    }
  },
});

const ofSqlite: Mode[] = [
  between('a full database', 'pragma max_page_count = 1', 'pragma max_page_count = 1073741823'),
  between('a database that is read only', 'pragma query_only = on', 'pragma query_only = off'),
];

const ofPostgres: Mode[] = [
  {
    name: 'connections to PostgreSQL that are cut while people sign',
    status: null,
    async play(world) {
      const signing = Array.from({ length: 20 }, () => world.sign(world.asking, somebody()));
      await world
        .sql(
          'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
        )
        .catch(() => undefined);
      await Promise.all(signing);
    },
  },
  between(
    'a row that PostgreSQL refuses',
    `alter table campaign_actions_submissions add constraint no_more check (day < '2000') not valid`,
    'alter table campaign_actions_submissions drop constraint no_more',
  ),
];

/** A database that breaks under people's hands, by what really breaks one. */
export const MODES_OF_BREAKING: Mode[] = [
  ...SIGN_TABLES.filter((table) => table !== 'submissions' && table !== 'outbox').flatMap(ofTable),
  {
    name: 'signing without the table submissions',
    status: 503,
    play: (world) => without(world, 'submissions', () => world.sign(world.asking, somebody())),
  },
  {
    name: 'signing without an outbox',
    status: 503,
    play: (world) => without(world, 'outbox', () => world.sign(world.asking, somebody())),
  },
  ...onLinks,
  ...onPersons,
  ...(isPostgres ? ofPostgres : ofSqlite),
];
