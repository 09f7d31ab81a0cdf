import type { CompiledForm } from '../action/form';
import type { FieldError, Problem } from '../http/problems';
import type { Language } from '../link-page/texts';
import type { Page, Wrong } from './page';
import { type Texts, TEXTS } from './texts';

type Refusal = Pick<Page, 'status' | 'title' | 'text' | 'advice' | 'retryAfter'> &
  Pick<Page, 'wrong' | 'formLocale'>;

const MINUTE_SECONDS = 60;

const isKnownCode = (code: string, { fields }: Texts): code is keyof Texts['fields'] =>
  Object.hasOwn(fields, code);

/** What is wrong with one place of the form; null where the form has no such place. */
const wrongWith = (
  { path, code }: FieldError,
  { fields, consents }: CompiledForm,
  texts: Texts,
): Wrong | null => {
  const [place, member] = path;
  const name = place === 'answers' ? member : place;
  const consent = place === 'consents' ? consents.find((each) => each.name === member) : undefined;
  const label = consent?.text ?? fields.find((field) => field.name === name)?.label;
  if (label === undefined || !isKnownCode(code, texts)) return null;
  const asksYesOrNo = consent?.display === 'yes-no' && code === 'required';
  return { label, said: asksYesOrNo ? texts.consentDue : texts.fields[code] };
};

const invalid = (problem: Problem, form: CompiledForm | null, texts: Texts): Refusal => {
  const { status, errors } = problem;
  const wrong = form ? errors.map((error) => wrongWith(error, form, texts)) : [];
  // What no field of the form can be blamed for nobody can mend by typing.
  if (!form || wrong.length === 0 || wrong.includes(null)) return { status, ...texts.formChanged };
  return {
    status,
    ...texts.invalid,
    wrong: wrong.filter((each) => each !== null),
    formLocale: form.locale,
    advice: [texts.goBack],
  };
};

/**
 * How a page says no.
 *
 * @param form the form that the visitor had before them; null where there is none
 */
export const refusalOf = (
  problem: Problem,
  form: CompiledForm | null,
  language: Language,
): Refusal => {
  const texts = TEXTS[language];
  const { code, status, retryAfter } = problem;
  if (code === 'invalid') return invalid(problem, form, texts);
  if (code === 'form-withdrawn') return { status, ...texts.formChanged };
  const said = texts.problems[code] ?? (status === 503 ? texts.problems.unavailable : undefined);
  const minutes = Math.max(1, Math.ceil((retryAfter ?? 0) / MINUTE_SECONDS));
  return {
    status,
    ...(said ?? texts.refused),
    advice: code === 'too-often' ? [texts.waitMinutes(minutes)] : [],
    retryAfter,
  };
};
