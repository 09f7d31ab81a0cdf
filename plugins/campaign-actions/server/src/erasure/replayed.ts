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
  /** Actions that nobody had signed in the backup: closed for good again, before somebody does. */
  closed: number;
  /** Actions that were first signed on a later day than they were destroyed: nothing is done to them. */
  signedSince: string[];
  /** Addresses that had asked to be left in peace, and are again. */
  leftInPeace: number;
  /** The numbers of lines that are no line of a journal; they were left out. */
  wrongLines: number[];
}
