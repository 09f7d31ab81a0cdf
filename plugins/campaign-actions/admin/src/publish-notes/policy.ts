/** An action's settings that are one for all languages, as the public meets them. */
const POLICY = [
  'kind',
  'sensitive',
  'opensAt',
  'closesAt',
  'confirmation',
  'challenge',
  'goal',
  'goalStepsUp',
  'displayFrom',
  'hideSplit',
  'retentionMonths',
  'outcome',
] as const;
export type PolicyField = (typeof POLICY)[number];

type Row = Record<string, unknown>;

/** The settings that a draft has changed and the published row does not have yet. */
export const changedPolicy = (draft: Row, published: Row): PolicyField[] =>
  POLICY.filter((field) => (draft[field] ?? null) !== (published[field] ?? null));
