import { createHash } from 'node:crypto';
import { unreadable } from '../privacy/unreadable';
import type { Vault } from '../privacy/vault';
import type { DurableBooks } from './books';

/** Where something sealed lies. */
export type SealedBook = 'submissions' | 'register' | 'outbox';

export interface SealedRow {
  id: Buffer;
  action: string;
  sealed: Buffer;
}

export interface Quarantine {
  /**
   * What is sealed in a row; null when it will never open again. Such a row is set aside: it stays
   * as it is and where it is, marked; the audit and the log learn of it once.
   *
   * @throws KeyMissing, WrongKey: it opens when the operator's key is back
   */
  open(book: SealedBook, row: SealedRow): Promise<unknown>;
}

export interface QuarantineUses {
  vault: Pick<Vault, 'open'>;
  books: DurableBooks;
  /** Told once per row; never with anything that was sealed, nor with an id that a link holds. */
  onUnreadable: (sentence: string) => void;
}

/** Tells rows apart in the log, and cannot be turned back into the id in somebody's link. */
const nameOf = (id: Buffer): string => createHash('sha256').update(id).digest('hex').slice(0, 12);

export const createQuarantine = ({ vault, books, onUnreadable }: QuarantineUses): Quarantine => ({
  async open(book, { id, action, sealed }) {
    try {
      return await vault.open(action, id, sealed);
    } catch (error) {
      const found = unreadable(error);
      if (!found || found.keyId !== null) throw error;
      const { why } = found;
      // That it does not open is what somebody wanted, and wrote into the audit.
      if (why === 'shredded') return null;
      const isNew = await books.durably(async (inside) => {
        // An outbox item is given up, and gone with that.
        const marked = book === 'outbox' || (await inside[book].setAside(id, why));
        const details = { book, why, row: nameOf(id) };
        if (marked)
          await inside.audit.write({ who: 'server', deed: 'row.unreadable', action, details });
        return marked;
      });
      if (isNew) onUnreadable(`A row of the ${book} does not open (${why}): ${nameOf(id)}`);
      return null;
    }
  },
});
