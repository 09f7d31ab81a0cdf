/** What happened to a row that must not come back with a backup. */
export type ErasureDeed = 'withdrawn' | 'rejected' | 'erased';

export interface Erasure {
  /** Of a submission, a signature or both: a confirmed submission and its signature share it. */
  id: Buffer;
  deed: ErasureDeed;
  /** UTC, `YYYY-MM-DD`. */
  day: string;
}

const LINE = /^(\d{4}-\d\d-\d\d) (withdrawn|rejected|erased) ([0-9a-f]{32})$/;

/** One line of the journal's file, without its end. */
export const writeLine = ({ day, deed, id }: Erasure): string =>
  `${day} ${deed} ${id.toString('hex')}`;

/** Null for what is no line of a journal. */
export const readLine = (line: string): Erasure | null => {
  const [, day, deed, id] = LINE.exec(line) ?? [];
  if (!day || !deed || !id) return null;
  return { id: Buffer.from(id, 'hex'), deed: deed as ErasureDeed, day };
};
