import type { Challenge } from '../contracts';

/** What goes back with the signature, beside the challenge itself. */
export interface Solution {
  counter: number;
  derivedKey: string;
}

/** So many are computed at once, on as many cores as the browser gives to cryptography. */
const AT_ONCE = 8;

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The key for one number: PBKDF2 of the nonce and the number, as ALTCHA's second format has it. */
const derive = async (
  { algorithm, nonce, salt, cost, keyLength }: Challenge['parameters'],
  counter: number,
): Promise<string> => {
  const start = bytesOf(nonce);
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  new DataView(password.buffer).setUint32(start.length, counter);
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const [, hash = ''] = algorithm.split('/');
  const how = { name: 'PBKDF2', salt: bytesOf(salt), iterations: cost, hash };
  return hexOf(await crypto.subtle.deriveBits(how, key, keyLength * 8));
};

/**
 * Tries one number after the other until a key begins as it should. Between two tries everybody else
 * has a turn.
 *
 * @throws where the browser has no cryptography, or the signal ends
 */
export const attempt = async (
  { parameters }: Challenge,
  signal?: AbortSignal,
): Promise<Solution> => {
  for (let first = 0; ; first += AT_ONCE) {
    signal?.throwIfAborted();
    const numbers = Array.from({ length: AT_ONCE }, (_, at) => first + at);
    const keys = await Promise.all(numbers.map((counter) => derive(parameters, counter)));
    const found = keys.findIndex((key) => key.startsWith(parameters.keyPrefix));
    const derivedKey = keys[found];
    if (derivedKey) return { counter: first + found, derivedKey };
  }
};
