import type { Slice } from '../assemble';
import { options } from '../config';
import { createTables } from './tables';
import { mailWarnings } from './warnings';

export const mailSlice: Slice = {
  createTables,
  bootstrap({ strapi }) {
    if (strapi.config.get('environment') !== 'production') return;
    // Commands such as `strapi export` boot the plugin too, and send nothing.
    strapi.server.httpServer.once('listening', () => {
      for (const warning of mailWarnings(options(strapi)))
        strapi.log.warn(`[campaign-actions] ${warning}`);
    });
  },
};
