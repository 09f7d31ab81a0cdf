/** What Canadian French does otherwise: no space before ? ! ; and a no-break one before : and inside « ». */
export const FAULTS: Record<string, RegExp> = {
  'a space before ? ! or ;': /\s[?!;]/,
  'no no-break space before a colon': /(?<!\u00a0|mailto|tel):(?=\s|$)/,
  'no no-break space after «': /«(?!\u00a0)/,
  'no no-break space before »': /(?<!\u00a0)»/,
  'a narrow no-break space': /\u202f/,
  'a number that may be torn from its unit': /\d (?:%|h\b)/,
  'a straight apostrophe': /\p{L}'\p{L}/u,
};
