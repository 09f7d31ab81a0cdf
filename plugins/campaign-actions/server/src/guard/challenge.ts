import { type Challenge, createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from '@strapi/utils';

/**
 * A proof of work in ALTCHA's second format: a small price for a signature, paid by the browser. It
 * makes floods dearer and keeps nobody out; what keeps the count true is confirmation.
 */
export interface Challenges {
  /** One to be solved for this action within ten minutes. */
  make(action: string): Promise<Challenge>;
  /** Answers the nonce of a solved one, under which it is used up; null: it is not good. */
  check(action: string, solved: string): Promise<Buffer | null>;
}

const ALGORITHM = 'PBKDF2/SHA-256';
/**
 * Iterations for one attempt, and how many attempts it takes: up to 0.6 s on one core of a desktop,
 * some four on a phone six times slower (T-09; `npm run bench -- --row challenge`).
 */
const COST = 1500;
const FEWEST = 300;
const MOST = 1500;
const MINUTES = 10;

const HEX_16 = z.string().regex(/^[0-9a-f]{32}$/);
/** The library throws at some malformed ones and overflows the stack at others, so it sees no such. */
const solvedChallenge = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal(ALGORITHM),
      nonce: HEX_16,
      salt: HEX_16,
      cost: z.literal(COST),
      keyLength: z.literal(32),
      keyPrefix: z.string().regex(/^[0-9a-f]{32}$/),
      keySignature: z.string().regex(/^[0-9a-f]{64}$/),
      // The library would take one without an end for ever.
      expiresAt: z.int().positive(),
      data: z.strictObject({ action: z.string().max(64) }),
    }),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  solution: z.strictObject({
    counter: z.int().min(0).max(MOST),
    derivedKey: z.string().regex(/^[0-9a-f]{64}$/),
    time: z.number().nullish(),
  }),
});

export const LONGEST_SOLVED = 4096;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

const read = (solved: string) => {
  if (solved.length > LONGEST_SOLVED || !BASE64.test(solved)) return null;
  const json: unknown = JSON.parse(Buffer.from(solved, 'base64').toString());
  return solvedChallenge.safeParse(json).data ?? null;
};

/** @param secrets hex; every key given is tried, so that a challenge outlives a rotation */
export const createChallenges = (
  secrets: readonly { signature: string; key: string }[],
  clock: () => Date = () => new Date(),
): Challenges => {
  const [active] = secrets;
  if (!active) throw new Error('A challenge needs a secret to be signed with.');

  const isGood = async (
    { challenge, solution }: z.infer<typeof solvedChallenge>,
    { signature, key }: { signature: string; key: string },
  ): Promise<boolean> => {
    const { verified } = await verifySolution({
      challenge,
      solution: { counter: solution.counter, derivedKey: solution.derivedKey },
      deriveKey,
      hmacSignatureSecret: signature,
      hmacKeySignatureSecret: key,
    });
    return verified;
  };

  return {
    make: (action) =>
      createChallenge({
        algorithm: ALGORITHM,
        cost: COST,
        counter: randomInt(MOST, FEWEST),
        deriveKey,
        data: { action },
        expiresAt: new Date(clock().getTime() + MINUTES * 60_000),
        hmacSignatureSecret: active.signature,
        hmacKeySignatureSecret: active.key,
      }),
    async check(action, solved) {
      try {
        const sent = read(solved);
        if (sent?.challenge.parameters.data.action !== action) return null;
        if (sent.challenge.parameters.expiresAt * 1000 < clock().getTime()) return null;
        for (const secret of secrets)
          if (await isGood(sent, secret))
            return Buffer.from(sent.challenge.parameters.nonce, 'hex');
        return null;
      } catch {
        return null;
      }
    },
  };
};
