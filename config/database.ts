import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** The part of better-sqlite3's connection that the pool hands over and this file uses. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

const sqlite = (env: Core.Config.Shared.ConfigParams['env']) => ({
  client: 'sqlite' as const,
  connection: {
    filename: path.resolve(process.cwd(), env('DATABASE_FILENAME', '.tmp/data.db')),
  },
  useNullAsDefault: true,
  pool: {
    afterCreate(raw: unknown, done: (error?: Error) => void) {
      const connection = raw as SqliteConnection;
      // WAL lets readers go on while a signature is written. better-sqlite3 drops to
      // synchronous=NORMAL with it, where a power cut can undo an acknowledged signature.
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
      connection.pragma('busy_timeout = 5000');
      // Deleted personal data is overwritten, not merely unlinked.
      connection.pragma('secure_delete = ON');
      // KiB: rows are found by random ids, so the pages of their indexes come from all over.
      connection.pragma('cache_size = -32000');
      done();
    },
  },
});

const postgres = (env: Core.Config.Shared.ConfigParams['env']) => ({
  client: 'postgres' as const,
  connection: {
    host: env('DATABASE_HOST', '127.0.0.1'),
    port: env.int('DATABASE_PORT', 5432),
    database: env('DATABASE_NAME', 'campaign_actions'),
    user: env('DATABASE_USERNAME', 'campaign_actions'),
    password: env('DATABASE_PASSWORD', ''),
    schema: env('DATABASE_SCHEMA', 'public'),
    // A network that swallows everything is noticed by asking, not by waiting.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ssl: env.bool('DATABASE_SSL', false),
  },
  pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
});

const database = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Database => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  if (client === 'sqlite') return { connection: sqlite(env) };
  if (client === 'postgres') return { connection: postgres(env) };
  throw new Error(`DATABASE_CLIENT is "${client}"; it must be "sqlite" or "postgres".`);
};

export default database;
