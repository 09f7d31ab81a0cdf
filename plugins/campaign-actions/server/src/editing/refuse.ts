import { errors, type yup } from '@strapi/utils';
import { editorProblems, sayProblem, type EditorProblem } from '../../../contracts/editor-problems';
import type { Text } from '../../../contracts/editor-texts';
import type { Problem } from './finding';

type Language = keyof Text;

const isKnown = (message: string): message is EditorProblem => message in editorProblems;

/** `sections[0].body` as the content-manager's form names its fields: sections, 0, body. */
const segments = (path: string): string[] => path.split(/[.[\]]+/).filter((part) => part !== '');

const say = ({ message, params }: yup.ValidationError, language: Language): string => {
  const { values } = (params ?? {}) as { values?: Problem['values'] };
  return isKnown(message) ? sayProblem(message, language, values) : message;
};

/**
 * The error that the content-manager shows at the fields: it reads `details.errors`, takes `path`
 * as an array of segments, and shows `message` as it stands.
 */
export const fieldErrors = (
  found: yup.ValidationError,
  language: Language,
): errors.ValidationError => {
  const inner = found.inner.length > 0 ? found.inner : [found];
  const all = inner.map((error) => ({
    path: segments(error.path ?? ''),
    message: say(error, language),
    name: 'ValidationError',
  }));
  const first = all[0]?.message ?? '';
  const message =
    all.length === 1
      ? first
      : sayProblem('several-problems', language, { count: all.length, first });
  return new errors.ValidationError(message, { errors: all });
};

/** Refuses a whole document; the content-manager shows the sentence as a notification. */
export const refusal = ({ problem, values }: Problem, language: Language): errors.ValidationError =>
  new errors.ValidationError(sayProblem(problem, language, values), { errors: [] });
