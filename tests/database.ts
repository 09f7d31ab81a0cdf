import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';

/** A database of its own for one story file: the environment that leads there, and its end. */
export interface Database {
  env: Record<string, string>;
  drop(): Promise<void>;
}

const asSuperuser = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const onPostgres = async (url: string): Promise<Database> => {
  const server = new URL(url);
  const name = `stories_${randomUUID().replaceAll('-', '')}`;
  await asSuperuser(url, `create database ${name}`);
  return {
    env: {
      DATABASE_CLIENT: 'postgres',
      DATABASE_HOST: server.hostname,
      DATABASE_PORT: server.port,
      DATABASE_NAME: name,
      DATABASE_USERNAME: server.username,
      DATABASE_PASSWORD: server.password,
      DATABASE_SSL: 'false',
    },
    drop: () => asSuperuser(url, `drop database ${name} with (force)`),
  };
};

/** SQLite in `folder`, whose owner removes it; or PostgreSQL when DATABASE_CLIENT says so. */
export const freshDatabase = async (folder: string): Promise<Database> => {
  if (process.env.DATABASE_CLIENT === 'postgres') {
    const url = process.env.STORIES_POSTGRES_URL;
    if (!url)
      throw new Error('Stories on PostgreSQL are started through jest, which brings the server.');
    return onPostgres(url);
  }
  return {
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(folder, 'stories.db') },
    drop: () => Promise.resolve(),
  };
};
