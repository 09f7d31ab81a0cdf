import { type Keyring, equal, hmac } from './keyring';

/** What a link in a mail may do. A token made for one is refused for the others. */
export type TokenPurpose = 'confirm' | 'reject' | 'withdraw';

const ID = 16;
const MAC = 32;

const mac = (keyring: Keyring['active'], purpose: TokenPurpose, id: Buffer): Buffer =>
  hmac(keyring, 'token', Buffer.concat([Buffer.from(`${purpose}|`), id]));

/** base64url of `row id ‖ HMAC`: derived, so a reminder can make it again and nothing of it is stored. */
export const makeToken = (keyring: Keyring, purpose: TokenPurpose, id: Buffer): string =>
  Buffer.concat([id, mac(keyring.active, purpose, id)]).toString('base64url');

/** The row id of a genuine token, else null. Checked under every key given, so links outlive a rotation. */
export const readToken = (
  keyring: Keyring,
  purpose: TokenPurpose,
  token: string,
): Buffer | null => {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID + MAC || bytes.toString('base64url') !== token) return null;
  const id = bytes.subarray(0, ID);
  const given = bytes.subarray(ID);
  return keyring.all.some((key) => equal(mac(key, purpose, id), given)) ? id : null;
};
