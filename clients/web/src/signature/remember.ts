/** How far a signature of this browser got, as far as it knows. */
export type Remembered = 'confirmation-sent' | 'counted' | 'confirmed';

const KEY = 'campaign-actions:signed:';
const STATES: readonly string[] = [
  'confirmation-sent',
  'counted',
  'confirmed',
] satisfies Remembered[];

/** Browsers may refuse to keep anything; then nothing is remembered, and all else works. */
const inStorage = <Result>(use: (storage: Storage) => Result): Result | null => {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
};

/** @returns null as well where signers are at risk: whatever was kept before the mark is deleted */
export const rememberedOf = (action: {
  documentId: string;
  sensitive: boolean;
}): Remembered | null => {
  if (action.sensitive) {
    forget(action.documentId);
    return null;
  }
  const kept = inStorage((storage) => storage.getItem(KEY + action.documentId));
  return kept !== null && STATES.includes(kept) ? (kept as Remembered) : null;
};

/** Keeps that this browser took the action, and nothing of who did; where signers are at risk, not even that. */
export const remember = (
  action: { documentId: string; sensitive: boolean },
  state: Remembered,
): void => {
  if (!action.sensitive) inStorage((storage) => storage.setItem(KEY + action.documentId, state));
};

/** Whether this browser took the action, and was told that a mail asks for confirmation. */
export const awaitsConfirmation = (action: string): boolean =>
  inStorage((storage) => storage.getItem(KEY + action)) ===
  ('confirmation-sent' satisfies Remembered);

/**
 * After confirming. Only what was remembered becomes more, in a browser that may not be the one in
 * which it was signed; where signers are at risk it is deleted.
 */
export const rememberConfirmed = (action: { documentId: string; sensitive: boolean }): void => {
  if (rememberedOf(action) !== null) remember(action, 'confirmed');
};

export const forget = (action: string): void => {
  inStorage((storage) => storage.removeItem(KEY + action));
};

/** After withdrawing, whose link names no action. */
export const forgetAll = (): void => {
  inStorage((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(KEY)) storage.removeItem(key);
  });
};
