import type { FormField } from '../contracts';
import { type Html, attributes, html } from '../html/tag';
import { countries } from './countries';
import { controlName, fieldPath } from './names';
import { atMost, formTexts } from './texts';

/** More options than these are easier to find in a list. */
const MOST_RADIOS = 5;

/** Given and family name, for instance, stand beside each other where there is room. */
const SHORT = new Set([
  'givenName',
  'familyName',
  'country',
  'region',
  'postalCode',
  'city',
  'phone',
]);

const TYPED: Partial<Record<FormField['type'], Record<string, string>>> = {
  email: { type: 'email', inputmode: 'email', autocapitalize: 'none', spellcheck: 'false' },
  tel: { type: 'tel', inputmode: 'tel' },
  number: { type: 'number', inputmode: 'decimal', step: 'any' },
  date: { type: 'date' },
  text: { type: 'text', dir: 'auto', spellcheck: 'false' },
};

/** How many characters are counted while somebody writes; what is short needs no counting. */
const countedTo = ({ type, maxLength }: FormField): number | null =>
  type === 'textarea' ? maxLength : null;

const mark = (field: FormField, locale: string, allRequired: boolean): Html | null =>
  field.required || allRequired
    ? null
    : html` <span class="mark">(${formTexts(locale).optional})</span>`;

/** What a screen reader says after the label; what is hidden or empty among it is not said. */
const describedBy = (name: string, { help }: FormField, isCounted: boolean): string =>
  [help && `${name}-help`, `${name}-problem`, isCounted && `${name}-count`]
    .filter(Boolean)
    .join(' ');

/** The place of a message about this field. */
export const problemHtml = (name: string): Html =>
  html`<p class="problem" part="problem" ${attributes({ id: `${name}-problem` })} hidden></p>`;

const helpHtml = (name: string, { help }: FormField): Html | null =>
  help ? html`<p class="help" ${attributes({ id: `${name}-help` })}>${help}</p>` : null;

const optionsHtml = (options: { value: string; text: string }[], locale: string): Html =>
  html`<option value="">${formTexts(locale).choose}</option>
    ${options.map(({ value, text }) => html`<option${attributes({ value })}>${text}</option>`)}`;

const controlHtml = (field: FormField, name: string, locale: string): Html => {
  const { type, required, maxLength: maxlength, autocomplete, options } = field;
  const shared = {
    id: name,
    name,
    required,
    autocomplete,
    'aria-describedby': describedBy(name, field, countedTo(field) !== null),
  };
  switch (type) {
    case 'textarea':
      return html`<textarea
        part="control"
        rows="5"
        dir="auto"
        ${attributes({ ...shared, maxlength })}
      ></textarea>`;
    case 'country':
      return html`<select part="control" ${attributes(shared)}>
        ${optionsHtml(
          countries(locale).map(({ code, name }) => ({ value: code, text: name })),
          locale,
        )}
      </select>`;
    case 'choice':
      return html`<select part="control" ${attributes(shared)}>
        ${optionsHtml(
          (options ?? []).map((option) => ({ value: option, text: option })),
          locale,
        )}
      </select>`;
    case 'checkbox':
      return html`<input type="checkbox" value="true" ${attributes(shared)} />`;
    case 'text':
    case 'email':
    case 'tel':
    case 'number':
    case 'date':
      return html`<input part="control" ${attributes({ ...TYPED[type], ...shared, maxlength })} />`;
  }
};

/** One question with a few answers, none of them preselected. */
export const radiosHtml = (
  name: string,
  question: Html,
  described: string,
  required: boolean,
  answers: { value: string; text: string }[],
): Html =>
  html`<fieldset role="radiogroup"${attributes({
    'aria-labelledby': `${name}-question`,
    'aria-describedby': described,
    'aria-required': required ? 'true' : null,
  })}><legend${attributes({ id: `${name}-question` })}>${question}</legend>${problemHtml(name)}<div class="radios">${answers.map(
    ({ value, text }, at) =>
      html`<label class="tick"
        ><input
          type="radio"
          ${attributes({ id: at === 0 ? name : `${name}-${at}`, name, value, required })}
        /><span>${text}</span></label
      >`,
  )}</div></fieldset>`;

/** A checkbox, with its message above it. */
export const tickHtml = (name: string, control: Html, text: Html): Html =>
  html`${problemHtml(name)}<div class="tick">${control}<label${attributes({ for: name })}>${text}</label></div>`;

const insideHtml = (field: FormField, name: string, locale: string, mark: Html | null): Html => {
  const { type, label, options, required } = field;
  const words = html`${label}${mark}`;
  const help = helpHtml(name, field);
  if (type === 'checkbox')
    return html`${tickHtml(name, controlHtml(field, name, locale), words)}${help}`;
  if (type === 'choice' && required && options && options.length <= MOST_RADIOS)
    return radiosHtml(
      name,
      html`${words}${help}`,
      `${name}-problem`,
      required,
      options.map((option) => ({ value: option, text: option })),
    );
  const most = countedTo(field);
  const count =
    most !== null &&
    html`<p class="count" ${attributes({ id: `${name}-count`, 'data-most': most })}>
      ${atMost(locale, most)}
    </p>`;
  return html`<label part="label" ${attributes({ for: name })}>${words}</label
    >${help}${problemHtml(name)}${controlHtml(field, name, locale)}${count}`;
};

/** One field with its label, help and the place for what is wrong with it. */
export const fieldHtml = (field: FormField, locale: string, allRequired: boolean): Html => {
  const name = controlName(fieldPath(field));
  const kind = SHORT.has(field.name) ? 'field short' : 'field';
  return html`<div part="field" ${attributes({ class: kind, 'data-field': name })}>
    ${insideHtml(field, name, locale, mark(field, locale, allRequired))}
  </div>`;
};
