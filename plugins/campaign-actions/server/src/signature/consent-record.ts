/**
 * What one supporter was shown and agreed to. The form version names the exact consent texts, so
 * this is the evidence of consent; it holds no personal data.
 */
export interface ConsentRecord {
  formVersion: string;
  /** Whether the front end said which version it showed; else it is the one in force at the time. */
  stated: boolean;
  locale: string;
  /** UTC, `YYYY-MM-DD`. */
  day: string;
  channel: Channel;
  /** Every consent that was shown, and whether it was given. */
  consents: Record<string, boolean>;
}

/**
 * The door a signature came in by: `web` from a script, `form` from a page without one, `api` from a
 * server that names its visitors. `test` is started in the panel and is never counted.
 */
export type Channel = 'web' | 'form' | 'api' | 'osdi' | 'import' | 'test';

export const readConsents = (json: string): ConsentRecord[] => JSON.parse(json) as ConsentRecord[];

export const writeConsents = (records: ConsentRecord[]): string => JSON.stringify(records);

/** The names of the consents that were given. */
export const given = (records: ConsentRecord[]): string[] => [
  ...new Set(records.flatMap(({ consents }) => givenIn(consents))),
];

export const givenIn = (consents: ConsentRecord['consents']): string[] =>
  Object.keys(consents).filter((name) => consents[name]);
