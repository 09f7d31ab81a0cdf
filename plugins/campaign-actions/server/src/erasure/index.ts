import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { options } from '../config';
import { fingerprint } from '../http/door';
import { service } from '../plugin';
import { type ErasureJournal, createErasureJournal } from './journal';
import { createTables } from './tables';

const erasureJournal = ({ strapi }: { strapi: Core.Strapi }): ErasureJournal =>
  createErasureJournal(strapi.db.connection, options(strapi).erasureJournal, (error) =>
    strapi.log.error(
      `[campaign-actions] The file ERASURE_JOURNAL cannot be written, so what is erased from now on would come back with a restored backup: ${fingerprint(error)}`,
    ),
  );

export const erasureSlice: Slice = {
  createTables,
  services: { erasureJournal },
  bootstrap({ strapi }) {
    // Commands write only what they erase themselves.
    strapi.server.httpServer.once('listening', () => service(strapi, 'erasureJournal').start());
  },
  destroy: ({ strapi }) => service(strapi, 'erasureJournal').stop(),
};
