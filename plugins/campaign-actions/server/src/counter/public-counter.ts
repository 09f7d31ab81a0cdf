import type { Counter } from '../../../contracts/counter';
import type { CatalogueEntry } from '../action/catalogue';
import { nearestTo, type Policy, stateOf } from '../action/policy';
import { counterLabel } from './label';

const STEPS = [1, 2, 5];
const NEXT_STEP_AT = 0.9;

/** The first step of 100, 200, 500, 1000, 2000, 5000 … that is not 90 % reached. */
export const nextStep = (total: number): number => {
  for (let decade = 100; ; decade *= 10) {
    const step = STEPS.map((each) => each * decade).find((each) => total < each * NEXT_STEP_AT);
    if (step !== undefined) return step;
  }
};

const goalOf = ({ goal, goalStepsUp }: Policy, total: number): number | null =>
  goalStepsUp && total >= (goal ?? 0) * NEXT_STEP_AT ? nextStep(total) : goal;

/** A counter of which nothing is shown. */
export const hiddenCounter = (policy: Policy, now: Date): Counter => ({
  ...HIDDEN,
  action: policy.action,
  state: stateOf(policy, now),
});

/** What the public may know of an action's counter, in the locale nearest to the one asked for. */
export const publicCounter = (
  { policy, numbers }: CatalogueEntry,
  locale: string | null,
  now: Date,
): Counter => {
  const total = Math.max(0, numbers.signatures + numbers.offset);
  if (total < policy.displayFrom) return hiddenCounter(policy, now);
  const goal = goalOf(policy, total);
  const spoken = nearestTo(policy, locale);
  return {
    action: policy.action,
    total,
    signatures: policy.hideSplit ? null : numbers.signatures,
    offset: policy.hideSplit ? null : numbers.offset,
    goal,
    remaining: goal === null ? null : Math.max(0, goal - total),
    progress: goal === null ? null : Math.min(1, total / goal),
    label: spoken?.counterLabel ? counterLabel(spoken.counterLabel, spoken.locale, total) : null,
    state: stateOf(policy, now),
    revision: numbers.revision,
  };
};

const HIDDEN = {
  total: null,
  signatures: null,
  offset: null,
  goal: null,
  remaining: null,
  progress: null,
  label: null,
  revision: null,
} as const;
