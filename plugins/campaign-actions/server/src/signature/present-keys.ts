import { Outdated } from '../database';
import type { Vault } from '../privacy/vault';

const MOST_TRIES = 4;

/** When an action's keys change while a deed is under way, it is done again with those of now. */
export const withPresentKeys = async <T>(
  vault: Pick<Vault, 'forget'>,
  deed: () => Promise<T>,
  tries = 1,
): Promise<T> => {
  try {
    return await deed();
  } catch (error) {
    if (!(error instanceof Outdated) || tries === MOST_TRIES) throw error;
    vault.forget();
    return withPresentKeys(vault, deed, tries + 1);
  }
};
