import { createCipheriv, createDecipheriv } from 'node:crypto';
import { freshBytes } from './random';

/**
 * A sealed row is `0x01 ‖ data key version (4, big endian) ‖ iv (12) ‖ ciphertext ‖ tag (16)`.
 * The plaintext is JSON padded with spaces to a multiple of 256 bytes, so that length tells nothing.
 * The row's id, its action and the version are authenticated: a blob cannot be moved to another row.
 */
const FORMAT = 0x01;
const HEADER = 1 + 4;
const IV = 12;
const TAG = 16;
const STEP = 256;

export interface SealContext {
  rowId: Buffer;
  /** documentId of the action. */
  action: string;
}

export class CannotOpen extends Error {
  constructor() {
    super('A sealed row could not be opened: it was altered, moved, or sealed under another key.');
    this.name = 'CannotOpen';
  }
}

const authenticated = ({ rowId, action }: SealContext, version: number): Buffer =>
  Buffer.from(`v1|${rowId.toString('hex')}|${action}|${version}`);

export const seal = (
  key: Buffer,
  version: number,
  context: SealContext,
  value: unknown,
): Buffer => {
  const json = JSON.stringify(value);
  const length = Buffer.byteLength(json);
  const padding = (STEP - (length % STEP)) % STEP;
  const iv = freshBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(authenticated(context, version));
  const sealed = Buffer.allocUnsafe(HEADER + IV + length + padding + TAG);
  sealed.writeUInt8(FORMAT, 0);
  sealed.writeUInt32BE(version, 1);
  iv.copy(sealed, HEADER);
  cipher.update(json + ' '.repeat(padding), 'utf8').copy(sealed, HEADER + IV);
  cipher.final();
  cipher.getAuthTag().copy(sealed, sealed.length - TAG);
  return sealed;
};

/** The data key version a blob was sealed under. @throws CannotOpen when it is no sealed row. */
export const versionOf = (sealed: Buffer): number => {
  if (sealed.length < HEADER + IV + TAG || sealed[0] !== FORMAT) throw new CannotOpen();
  return sealed.readUInt32BE(1);
};

/** @throws CannotOpen */
export const open = (key: Buffer, context: SealContext, sealed: Buffer): unknown => {
  const version = versionOf(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(HEADER, HEADER + IV));
  decipher.setAAD(authenticated(context, version));
  decipher.setAuthTag(sealed.subarray(-TAG));
  try {
    const plain = Buffer.concat([
      decipher.update(sealed.subarray(HEADER + IV, -TAG)),
      decipher.final(),
    ]);
    return JSON.parse(plain.toString());
  } catch {
    throw new CannotOpen();
  }
};
