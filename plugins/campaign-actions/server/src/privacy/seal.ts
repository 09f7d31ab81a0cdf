import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

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

const padded = (value: unknown): Buffer => {
  const json = Buffer.from(JSON.stringify(value));
  return Buffer.concat([json, Buffer.alloc((STEP - (json.length % STEP)) % STEP, ' ')]);
};

export const seal = (
  key: Buffer,
  version: number,
  context: SealContext,
  value: unknown,
): Buffer => {
  const header = Buffer.alloc(HEADER);
  header.writeUInt8(FORMAT, 0);
  header.writeUInt32BE(version, 1);
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(authenticated(context, version));
  return Buffer.concat([
    header,
    iv,
    cipher.update(padded(value)),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
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
