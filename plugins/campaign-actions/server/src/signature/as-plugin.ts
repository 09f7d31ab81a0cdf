import { AsyncLocalStorage } from 'node:async_hooks';

const ours = new AsyncLocalStorage<true>();

/** Runs `deed` as the plugin itself, which alone writes public signatures. */
export const asPlugin = <T>(deed: () => Promise<T>): Promise<T> => ours.run(true, deed);

export const isPlugin = (): boolean => ours.getStore() === true;
