import { type Connection, databaseNow } from '../database';
import { AUDIT } from './tables';

export interface AuditEntry {
  /** Who did it: a panel user's name, `seed`, `retention`, `command line`, or the `server` itself. */
  who: string;
  deed:
    | 'offset.update'
    | 'signatures.admit'
    | 'retention.run'
    | 'person.look'
    | 'person.erase'
    | 'person.export'
    | 'erasures.replay'
    | 'row.unreadable'
    | 'keys.rotate'
    | 'keys.reindex'
    | 'keys.retire'
    | 'keys.shred';
  action: string | null;
  details: Record<string, unknown>;
}

export interface AuditStore {
  write(entry: AuditEntry): Promise<void>;
  /** What supporters do is kept with its day alone: an exact time could tell who it was. */
  bySupporter(deed: 'signature.withdraw' | 'signature.reject', action: string): Promise<void>;
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
  async bySupporter(deed, action) {
    const day = new Date(new Date().toISOString().slice(0, 10));
    await connection(AUDIT).insert({ at: day, who: 'supporter', deed, action, details: '{}' });
  },
});
