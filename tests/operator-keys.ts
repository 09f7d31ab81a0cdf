import { randomBytes } from 'node:crypto';

/** One operator key, as it stands in a list. */
export const key = (name: string): string => `${name}:${randomBytes(32).toString('base64')}`;

/** What a command printed that failed. */
export const printedBy = (error: unknown): string => {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  return stdout + stderr;
};
