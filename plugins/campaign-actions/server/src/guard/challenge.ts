import { createHmac } from 'node:crypto';
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
  /**
   * What a solved one pays a body with; null: it is not good.
   *
   * @param json the body
   */
  check(action: string, solved: string, json: unknown): Promise<Payment | null>;
}

/** A challenge that a signature is paid with, to be used up in its transaction. */
export interface Payment {
  /** Under which it is used up. */
  nonce: Buffer;
  /** A print of the request: the same body has the same, and tells nothing without the key. */
  fingerprint: Buffer;
}

/** Hex. One signs what is asked, one what solves it, and one makes prints of what was paid for. */
export interface ChallengeSecret {
  signature: string;
  key: string;
  body: string;
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

/** The keys in the order they stand: what was sent comes again in the same. */
const printOf = ({ body }: ChallengeSecret, json: unknown): Buffer =>
  createHmac('sha256', Buffer.from(body, 'hex')).update(JSON.stringify(json)).digest();

export const LONGEST_SOLVED = 4096;
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/;

const read = (solved: string) => {
  if (solved.length > LONGEST_SOLVED || !BASE64.test(solved)) return null;
  const json: unknown = JSON.parse(Buffer.from(solved, 'base64').toString());
  return solvedChallenge.safeParse(json).data ?? null;
};

/** @param secrets every one given is tried, so that a challenge outlives a rotation */
export const createChallenges = (
  secrets: readonly ChallengeSecret[],
  clock: () => Date = () => new Date(),
): Challenges => {
  const [active] = secrets;
  if (!active) throw new Error('A challenge needs a secret to be signed with.');

  const isGood = async (
    { challenge, solution }: z.infer<typeof solvedChallenge>,
    { signature, key }: ChallengeSecret,
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
    async check(action, solved, json) {
      try {
        const sent = read(solved);
        if (sent?.challenge.parameters.data.action !== action) return null;
        if (sent.challenge.parameters.expiresAt * 1000 < clock().getTime()) return null;
        const nonce = Buffer.from(sent.challenge.parameters.nonce, 'hex');
        for (const secret of secrets)
          // By the secret that it was made with: it is the same on servers whose first key differs.
          if (await isGood(sent, secret)) return { nonce, fingerprint: printOf(secret, json) };
        return null;
      } catch {
        return null;
      }
    },
  };
};
