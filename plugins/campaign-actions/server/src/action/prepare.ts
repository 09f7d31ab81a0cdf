import type { Fields } from '../editing/rule';
import { mergeFields } from '../editing/whole-document';
import { nameForm } from './form-names';

const namesOf = (list: unknown): unknown[] => (list as Fields[]).map(({ name }) => name);

const withNames = (given: unknown, names: unknown[]): unknown =>
  Array.isArray(given)
    ? (given as Fields[]).map((item, index) =>
        names[index] === undefined ? item : { ...item, name: names[index] },
      )
    : given;

const namedForm = (given: Fields, stored: Fields | null): Fields => {
  const whole = mergeFields({ form: stored?.form }, { form: given });
  const named = nameForm(whole.form as Fields);
  return {
    ...given,
    ...(given.fields ? { fields: withNames(given.fields, namesOf(named.fields)) } : {}),
    ...(given.consents ? { consents: withNames(given.consents, namesOf(named.consents)) } : {}),
  };
};

/** Whoever turns out to be at risk is shown no longer; to switch it on then is refused. */
const hidesSupporters = (given: Fields, stored: Fields | null): boolean =>
  given.sensitive === true && stored?.sensitive !== true && stored?.showSupporters === true;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/**
 * What an editor may leave empty: the names of own fields and consents, and whether signing is
 * confirmed by mail, which the organisation decides; signers at risk always confirm, and are never shown.
 */
export const prepareAction =
  (defaultConfirmation: () => Promise<string>) =>
  async (given: Fields, stored: Fields | null): Promise<Fields> => {
    const { confirmation, sensitive } = { ...stored, ...given };
    return {
      ...given,
      ...(confirmation
        ? {}
        : { confirmation: sensitive ? 'required' : await defaultConfirmation() }),
      ...(hidesSupporters(given, stored) ? { showSupporters: false } : {}),
      ...(isObject(given.form) ? { form: namedForm(given.form, stored) } : {}),
    };
  };
