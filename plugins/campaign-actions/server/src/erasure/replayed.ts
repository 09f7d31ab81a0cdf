/** What was done again after a backup was restored. */
export interface Replayed {
  /** Lines of a journal that were read. */
  lines: number;
  /** Signatures and submissions that had come back, and were taken out again. */
  deleted: number;
  /** Signatures that named somebody again, and do no more. */
  anonymised: number;
  /** Actions whose data had come back, and are destroyed again. */
  shredded: number;
  /** Addresses that had asked to be left in peace, and are again. */
  leftInPeace: number;
  /** The numbers of lines that are no line of a journal; they were left out. */
  wrongLines: number[];
}
