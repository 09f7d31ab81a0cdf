/** How long the reason of a changed offset may be, in characters. Apart from zod: the panel reads it. */
export const LONGEST_REASON = 500;
