import { type Connection, databaseNow } from '../database';
import { AUDIT } from './tables';

export interface AuditEntry {
  /** Who did it: a panel user's name, `seed`, `supporter`. Never a supporter's address. */
  who: string;
  deed: 'offset.update' | 'signature.withdraw' | 'signature.reject';
  action: string | null;
  details: Record<string, unknown>;
}

export interface AuditStore {
  write(entry: AuditEntry): Promise<void>;
}

export const createAuditStore = (connection: Connection): AuditStore => ({
  async write({ who, deed, action, details }) {
    await connection(AUDIT).insert({
      at: databaseNow(connection),
      who,
      deed,
      action,
      details: JSON.stringify(details),
    });
  },
});
