import type { EditorProblem } from '../../../contracts/editor-problems';

/** What is wrong with a value, or `null` when nothing is. */
export type Finding = Problem | null;

export interface Problem {
  problem: EditorProblem;
  values?: Record<string, string | number>;
}
