// @ts-check
/** A second process that reads a SQLite file for long: each of its looks lasts some seconds. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqlite } from './sqlite.mjs';

const LOOK_MS = 3000;
const [file = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit(0));

const database = openSqlite(file);
for (;;) {
  database.exec('begin');
  for (const end = Date.now() + LOOK_MS; Date.now() < end; await sleep(100))
    database.prepare('select count(*), max(sealed) from campaign_actions_register').all();
  database.exec('commit');
}
