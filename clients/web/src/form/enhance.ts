import { showTimeThere } from '../call/enhance';
import { enhanceLetter } from '../letter/enhance';
import type { Action } from '../contracts';
import type { CampaignActions } from '../index';
import type { Place } from '../page/place';
import { type ProblemBoard, problemBoard } from '../problem/show';
import { takePrefill } from '../signature/prefill';
import { countCharacters } from './count';
import { consentPath, controlName, fieldPath } from './names';
import { type Typed, consentProblem, fieldProblem, typedIn } from './read';
import { type Sent, formSender } from './send';

/** The first control of a name stands for all of it. */
const controlsOf = (form: HTMLFormElement, name: string) => [
  ...form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    `[name="${CSS.escape(name)}"]`,
  ),
];

const isTick = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type);

const fill = (form: HTMLFormElement, name: string, value: string): void => {
  for (const control of controlsOf(form, name)) {
    if (isTick(control)) control.checked = control.value === value;
    else control.value = value;
  }
};

/** Puts back what was typed into another rendering of the form. */
export const retype = (form: HTMLFormElement, typed: Typed): void => {
  for (const [name, value] of typed)
    if (name !== 'formVersion' && name !== 'locale') fill(form, name, value);
};

/** From the page's fragment; what somebody typed before the script came stays, and nothing is agreed to. */
const prefill = (form: HTMLFormElement, action: Action): void => {
  const values = takePrefill();
  for (const field of action.form.fields) {
    const name = controlName(fieldPath(field));
    const value = values[field.name];
    const isEmpty = controlsOf(form, name).every((control) => !isTick(control) && !control.value);
    if (value && isEmpty) fill(form, name, value);
  }
};

const problemOf = (action: Action, name: string, typed: Typed): string | null => {
  const field = action.form.fields.find((each) => controlName(fieldPath(each)) === name);
  if (field) return fieldProblem(field, typed);
  const consent = action.form.consents.find((each) => controlName(consentPath(each)) === name);
  return consent ? consentProblem(consent, typed) : null;
};

/** Makes the form that the markup holds check itself, count, and send itself. */
export const enhanceForm = (
  form: HTMLFormElement,
  action: Action,
  place: Place,
  client: CampaignActions,
  done: (sent: Sent) => void,
  leaving: AbortSignal,
): ProblemBoard => {
  const { locale } = action;
  const board = problemBoard(form, action.form, locale);
  const send = formSender(form, board, action, place, client, leaving);
  // Our own messages say more, and a text that is cut in silence is worse than one that is too long.
  form.noValidate = true;
  form.querySelectorAll('[maxlength]').forEach((control) => control.removeAttribute('maxlength'));
  const mend = ({ target }: Event): void => {
    const name = (target as HTMLElement).closest<HTMLElement>('[data-field]')?.dataset.field;
    if (name && board.isMarked(name) && problemOf(action, name, typedIn(form)) === null)
      board.mend(name);
  };
  form.addEventListener('input', mend, { signal: leaving });
  form.addEventListener('change', mend, { signal: leaving });
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      void send().then(done);
    },
    { signal: leaving },
  );
  // Whatever becomes of the rest, the form sends itself.
  prefill(form, action);
  countCharacters(form, locale, leaving);
  enhanceLetter(form, action, leaving);
  showTimeThere(form, action, leaving);
  return board;
};
