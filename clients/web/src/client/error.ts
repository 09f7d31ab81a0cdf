/** One field that was not accepted. */
export interface FieldProblem {
  /** `['email']`, `['answers', 'membershipNumber']`, `['consents', 'newsletter']`. */
  path: string[];
  /** From the list in docs/errors.md: `required`, `too-long`, … */
  code: string;
  message: string;
}

/** Whatever went wrong, also when no answer came. Holds nothing of what was sent. */
export class CampaignActionsError extends Error {
  override readonly name = 'CampaignActionsError';
  constructor(
    message: string,
    /** Of HTTP; 0 when no answer came. */
    readonly status: number,
    /** What it is, for programs: `closed`, `too-often`, …; `no-answer` when none came. */
    readonly code: string,
    readonly fields: FieldProblem[] = [],
    /** Seconds until another try makes sense. */
    readonly retryAfter: number | null = null,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}
