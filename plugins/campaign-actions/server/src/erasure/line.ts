/** What happened to a row, or to all of an action, that must not come back with a backup. */
export type ErasureDeed = 'withdrawn' | 'rejected' | 'erased' | 'shredded';

export interface Erasure {
  /**
   * Of a submission, a signature or both: a confirmed submission and its signature share it. Of what was
   * shredded, the action's documentId.
   */
  id: Buffer;
  deed: ErasureDeed;
  /** UTC, `YYYY-MM-DD`. */
  day: string;
}

const LINE =
  /^(\d{4}-\d\d-\d\d) (?:(withdrawn|rejected|erased) ([0-9a-f]{32})|shredded ([\w-]{1,64}))$/;

/** One line of the journal's file, without its end. */
export const writeLine = ({ day, deed, id }: Erasure): string =>
  `${day} ${deed} ${id.toString(deed === 'shredded' ? 'utf8' : 'hex')}`;

/** Null for what is no line of a journal. */
export const readLine = (line: string): Erasure | null => {
  const [, day, deed, id, action] = LINE.exec(line) ?? [];
  if (day && action) return { id: Buffer.from(action), deed: 'shredded', day };
  if (!day || !deed || !id) return null;
  return { id: Buffer.from(id, 'hex'), deed: deed as ErasureDeed, day };
};
