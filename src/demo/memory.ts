import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** Something that the seed put somewhere, or that was there before it and is somebody else's. */
interface Remembered {
  id: string | number;
  fingerprint: string;
  adopted?: true;
}

/** What the seed put where, by the seed's own names for it. */
export type Memory = Record<string, Remembered>;

const KEY = { type: 'core', name: 'demo', key: 'seed' };

export const recall = async (strapi: Core.Strapi): Promise<Memory> =>
  ((await strapi.store.get(KEY)) as Memory | null) ?? {};

export const remember = (strapi: Core.Strapi, memory: Memory): Promise<void> =>
  strapi.store.set({ ...KEY, value: memory });

/** Changes exactly when the content does. */
export const fingerprintOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
