import {
  PROBLEMS,
  type ProblemCode,
} from '../../../../plugins/campaign-actions/server/src/http/problems';
import { clientTexts } from './texts';

/** What only the panel meets, or only a program that is written wrongly. */
const NOT_FOR_SUPPORTERS: ProblemCode[] = [
  'not-json',
  'not-json-type',
  'not-form',
  'not-form-type',
  'method-not-allowed',
  'form-shown',
  'invalidation-changed',
  'too-many-streams',
];

describe('The sentences of the client', () => {
  it.each(['en', 'fr-CA'])(
    'are there for every refusal that a supporter can meet (%s)',
    (locale) => {
      const codes = Object.keys(PROBLEMS) as ProblemCode[];
      const without = codes.filter((code) => !(code in clientTexts(locale)));
      expect(without.sort()).toEqual(NOT_FOR_SUPPORTERS.sort());
    },
  );
});
