import { type Keyring, equal, hmac } from '../privacy/keyring';

/** What one preview token is good for. */
export interface Subject {
  /** A campaign with the actions that its draft names, or one action by itself. */
  type: 'campaign' | 'action';
  documentId: string;
}

const VERSION = 1;
const TYPES: readonly Subject['type'][] = ['campaign', 'action'];
/** Version, type, and the second in which it ends. */
const HEAD = 1 + 1 + 4;
const MAC = 32;
const LONGEST = 256;

const mac = (key: Keyring['active'], payload: Buffer): Buffer => hmac(key, 'preview', payload);

/** base64url of `version ‖ type ‖ end ‖ documentId ‖ HMAC`: derived, so nothing of it is stored. */
export const makePreviewToken = (
  { active }: Pick<Keyring, 'active'>,
  { type, documentId }: Subject,
  expiresAt: Date,
): string => {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(VERSION, 0);
  head.writeUInt8(TYPES.indexOf(type), 1);
  head.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), 2);
  const payload = Buffer.concat([head, Buffer.from(documentId)]);
  return Buffer.concat([payload, mac(active, payload)]).toString('base64url');
};

/** What a genuine token that has not ended is good for, else null. Checked under every key given. */
export const readPreviewToken = (
  { all }: Pick<Keyring, 'all'>,
  token: string,
  now: Date,
): Subject | null => {
  if (token.length > LONGEST) return null;
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length <= HEAD + MAC || bytes.toString('base64url') !== token) return null;
  const payload = bytes.subarray(0, -MAC);
  const given = bytes.subarray(-MAC);
  if (!all.some((key) => equal(mac(key, payload), given))) return null;
  const type = TYPES[payload.readUInt8(1)];
  const isOver = payload.readUInt32BE(2) * 1000 <= now.getTime();
  if (payload.readUInt8(0) !== VERSION || !type || isOver) return null;
  return { type, documentId: payload.subarray(HEAD).toString() };
};
