import { open } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { readDatabaseNow } from '../database';
import { fingerprint } from '../http/door';
import { service } from '../plugin';
import { type ErasureJournal, createErasureJournal } from './journal';
import { replay } from './replay';
import type { Replayed } from './replayed';
import { createTables } from './tables';

const erasureJournal = ({ strapi }: { strapi: Core.Strapi }): ErasureJournal =>
  createErasureJournal(strapi.db.connection, options(strapi).erasureJournal, (error) =>
    strapi.log.error(
      `[campaign-actions] The file ERASURE_JOURNAL cannot be written, so what is erased from now on would come back with a restored backup: ${fingerprint(error)}`,
    ),
  );

/** After a backup was restored. */
export interface ErasureReplay {
  /**
   * See `replay`.
   *
   * @param file of a journal; where none is named, this server's own
   * @throws what the file system threw
   */
  replay(file?: string): Promise<Replayed & { file: string }>;
}

const erasureReplay = ({ strapi }: { strapi: Core.Strapi }): ErasureReplay => ({
  async replay(file = options(strapi).erasureJournal) {
    const handle = await open(file);
    const knex = strapi.db.connection;
    const uses = {
      knex,
      vault: service(strapi, 'vault'),
      keys: service(strapi, 'operatorKeys'),
      now: await readDatabaseNow(knex),
    };
    const done = await replay(uses, handle.readLines({ encoding: 'utf8' }));
    await service(strapi, 'erasureJournal').flush();
    return { file, ...done };
  },
});

export const erasureSlice: Slice = {
  createTables,
  services: { erasureJournal, erasureReplay },
  bootstrap({ strapi }) {
    // Commands write when they erase.
    strapi.server.httpServer.once('listening', () => service(strapi, 'erasureJournal').start());
  },
  destroy: ({ strapi }) => service(strapi, 'erasureJournal').stop(),
};
