import { hkdfSync } from 'node:crypto';

/** What a key is derived for: one HKDF `info` each, so no key ever serves two ends. */
export const PURPOSES = [
  'wrap',
  'email-index',
  'suppression',
  'token',
  'check',
  'challenge',
  'rate-limit',
  'preview',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface OperatorKey {
  /** Public name, as given: it is stored beside everything the key made. */
  id: string;
  derived: Readonly<Record<Purpose, Buffer>>;
}

type Parsed = { keys: OperatorKey[]; problem: null } | { keys: null; problem: string };

const HOW =
  'CAMPAIGN_ACTIONS_KEYS must be a list like "k1:BASE64" with 32 random bytes in base64 behind each name; "npm run setup" writes one into .env.';

const derive = (secret: Buffer): Record<Purpose, Buffer> => {
  const entries = PURPOSES.map((purpose) => [
    purpose,
    Buffer.from(hkdfSync('sha256', secret, '', `campaign-actions|v1|${purpose}`, 32)),
  ]);
  return Object.fromEntries(entries) as Record<Purpose, Buffer>;
};

/**
 * Reads the operator's keys; the first is the active one, the others are there for what is under them.
 * The problem is a sentence for the operator and never repeats what was given.
 */
export const parseOperatorKeys = (list: string): Parsed => {
  if (list.trim() === '')
    return { keys: null, problem: `CAMPAIGN_ACTIONS_KEYS is missing. ${HOW}` };
  const keys: OperatorKey[] = [];
  for (const entry of list.split(',').map((part) => part.trim())) {
    const [, id, base64] = /^([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/]{43}=)$/.exec(entry) ?? [];
    if (!id || !base64)
      return { keys: null, problem: `CAMPAIGN_ACTIONS_KEYS is malformed. ${HOW}` };
    if (keys.some((key) => key.id === id)) {
      return { keys: null, problem: `CAMPAIGN_ACTIONS_KEYS names "${id}" twice. ${HOW}` };
    }
    keys.push({ id, derived: derive(Buffer.from(base64, 'base64')) });
  }
  return { keys, problem: null };
};
