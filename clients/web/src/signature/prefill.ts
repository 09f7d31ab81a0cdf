import { isKnownField } from '../form/names';

export type Prefill = Readonly<Record<string, string>>;

/**
 * Reads `#givenName=Zoë&email=zoe@example.org`. A fragment without any field of a form is somebody
 * else's, and one with a token is a key that is not to be read here.
 *
 * @returns null when it is no such fragment
 */
export const readPrefill = (fragment: string): Prefill | null => {
  const values = Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, '')));
  if ('token' in values || !Object.keys(values).some(isKnownField)) return null;
  return values;
};

let taken: Prefill = {};

/** For all forms of this page; out of the address at the first look, so that no copy of it tells. */
export const takePrefill = (): Prefill => {
  const read = readPrefill(location.hash);
  if (read !== null) {
    taken = read;
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return taken;
};

/** Whoever is in front of the page now is not the one that it was for. */
export const forgetPrefill = (): void => {
  taken = {};
};
