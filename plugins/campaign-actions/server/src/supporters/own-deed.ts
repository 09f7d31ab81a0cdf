import { AsyncLocalStorage } from 'node:async_hooks';

const own = new AsyncLocalStorage<true>();

/** What happens within it is the plugin's own, and not somebody's hand in the panel. */
export const asOwnDeed = <T>(deed: () => Promise<T>): Promise<T> => own.run(true, deed);

export const isOwnDeed = (): boolean => own.getStore() === true;
