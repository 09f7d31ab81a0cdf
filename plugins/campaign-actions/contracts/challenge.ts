import { z } from '@strapi/utils';

/**
 * A proof of work in ALTCHA's second format, as its widget and libraries take it. It is good for one
 * signature of the action that is named in its data, until `expiresAt`. Solved, it goes back as
 * base64 of `{ challenge, solution }` in the field `challenge` of the signature.
 */
export const challenge = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.string(),
    nonce: z.string(),
    salt: z.string(),
    cost: z.int().positive(),
    keyLength: z.int().positive(),
    keyPrefix: z.string(),
    keySignature: z.string(),
    /** Seconds since 1970. */
    expiresAt: z.int().positive(),
    data: z.strictObject({ action: z.string() }),
  }),
  signature: z.string(),
});
export type Challenge = z.infer<typeof challenge>;

/** What the door `challenge` answers; a 428 has the same in `error.details.challenge`. */
export const challengeAnswer = z.strictObject({ data: challenge, meta: z.strictObject({}) });
export type ChallengeAnswer = z.infer<typeof challengeAnswer>;
