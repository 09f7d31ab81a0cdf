import type { Core } from '@strapi/strapi';
import { show } from './show';
import { createSupporterStore } from './store';

const AT_ONCE = 20;

export interface Done {
  made: number;
  unreadable: number;
  /** What went wrong with others. */
  errors: unknown[];
}

/**
 * Makes some of the drafts that are due.
 *
 * @param failed those to pass over, so that none keeps the others waiting; those that fail join them
 */
export const showDue = async (strapi: Core.Strapi, failed: Buffer[]): Promise<Done> => {
  const done: Done = { made: 0, unreadable: 0, errors: [] };
  for (const row of await createSupporterStore(strapi.db.connection).due(AT_ONCE, failed)) {
    try {
      if (await show(strapi, row)) done.made += 1;
      else done.unreadable += 1;
    } catch (error) {
      failed.push(row.id);
      done.errors.push(error);
    }
  }
  return done;
};
