import type { AuditLine, AuditQuery } from '../../../contracts/audit';
import { type Connection, databaseNow } from '../database';
import { AUDIT } from './tables';

export interface AuditEntry {
  /**
   * Who did it: a panel user's name, `seed`, `command line`, `retention`, or the `server` itself.
   */
  who: string;
  deed:
    | 'offset.update'
    | 'scripts.change'
    | 'form.withdraw'
    | 'form.restore'
    | 'signatures.admit'
    | 'row.unreadable'
    | 'keys.rotate'
    | 'keys.reindex'
    | 'keys.retire'
    | 'keys.shred'
    | 'signatures.look'
    | 'signatures.invalidate'
    | 'signatures.invalidate.cancel'
    | 'signatures.invalidated'
    | 'signatures.undo'
    | 'signatures.undone'
    | 'retention.run'
    | 'person.look'
    | 'person.erase'
    | 'person.export'
    | 'erasures.replay';
  action: string | null;
  details: Record<string, unknown>;
}

interface AuditRow {
  id: number;
  at: Date | number;
  who: string;
  deed: string;
  action: string | null;
  details: string;
}

export interface AuditStore {
  write(entry: AuditEntry): Promise<void>;
  /** The newest first. */
  read(query: AuditQuery): Promise<AuditLine[]>;
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
  async read({ action, deed, before, limit }) {
    const lines = connection<AuditRow>(AUDIT).orderBy('id', 'desc').limit(limit);
    if (action !== undefined) void lines.where({ action });
    if (deed !== undefined) void lines.where({ deed });
    if (before !== undefined) void lines.where('id', '<', before);
    return (await lines).map((row) => ({
      ...row,
      at: new Date(row.at).toISOString(),
      details: JSON.parse(row.details) as AuditLine['details'],
    }));
  },
  async bySupporter(deed, action) {
    const day = new Date(new Date().toISOString().slice(0, 10));
    await connection(AUDIT).insert({ at: day, who: 'supporter', deed, action, details: '{}' });
  },
});
