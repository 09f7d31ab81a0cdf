/** What did not fit, and does now. */
export interface Rebuilt {
  /** Drafts that were missing: of those who agreed before anybody was shown, or whose entry was gone. */
  missing: number;
  /** Entries that no signature stands for: they were deleted. */
  removed: number;
  /** Signatures that could not be opened, and show nothing. */
  unreadable: number;
}
