// @ts-check
import { startPostgres } from './postgres-server.mjs';

/** Jest runs this once; the workers inherit the address. */
export default async function beforeAll() {
  if (process.env.DATABASE_CLIENT !== 'postgres') return;
  const server = await startPostgres();
  process.env.STORIES_POSTGRES_URL = server.url;
  Object.assign(globalThis, { storiesPostgres: server });
}
