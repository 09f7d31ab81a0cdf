import type { Consent, Form, FormField } from '../contracts';
import { goTo } from '../form/go-to';
import { consentPath, controlName, fieldPath } from '../form/names';
import type { Problem } from '../form/read';
import { counted } from '../form/texts';
import { fieldSentence, nameOf } from './sentences';
import { problemTexts } from './texts';

interface Subject {
  of: FormField | Consent;
  /** Null for a consent. */
  field: FormField | null;
}

/** What is asked for under each name of a control. */
const subjects = ({ fields, consents }: Form): Map<string, Subject> => {
  const known = new Map<string, Subject>();
  for (const field of fields) known.set(controlName(fieldPath(field)), { of: field, field });
  for (const consent of consents)
    known.set(controlName(consentPath(consent)), { of: consent, field: null });
  return known;
};

/** Says in the form what is wrong with it: at each field, and on top of all. */
export const problemBoard = (element: HTMLFormElement, form: Form, locale: string) => {
  const texts = problemTexts(locale);
  const known = subjects(form);
  const summary = element.querySelector<HTMLElement>('[data-summary]');
  const heading = summary?.querySelector('p');
  const list = summary?.querySelector('ul');

  const fieldOf = (name: string): HTMLElement | null =>
    element.querySelector(`[data-field="${CSS.escape(name)}"]`);
  const controlOf = (field: HTMLElement | null): HTMLElement | null =>
    field?.querySelector<HTMLElement>('input,select,textarea') ?? null;

  const mark = (field: HTMLElement, sentence: string | null): void => {
    const message = field.querySelector<HTMLElement>('.problem');
    if (message) {
      message.hidden = sentence === null;
      message.textContent = sentence ?? '';
    }
    field.classList.toggle('bad', sentence !== null);
    const marked = field.querySelector('fieldset') ?? controlOf(field);
    if (sentence === null) marked?.removeAttribute('aria-invalid');
    else marked?.setAttribute('aria-invalid', 'true');
  };

  /** A question needs no colon behind it. */
  const about = (asked: string, sentence: string): string =>
    `${asked}${/\p{P}$/u.test(asked) ? ' ' : texts.colon}${sentence}`;

  const lead = (name: string, text: string): HTMLLIElement => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = `#${name}`;
    link.textContent = text;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      goTo(controlOf(fieldOf(name)));
    });
    item.dataset.about = name;
    item.append(link);
    return item;
  };

  const title = (text: string): void => {
    if (heading) heading.textContent = text;
  };

  const board = {
    clear(): void {
      element.querySelectorAll<HTMLElement>('.field.bad').forEach((field) => mark(field, null));
      list?.replaceChildren();
      if (summary) summary.hidden = true;
    },
    /** A problem with the whole, such as no answer. */
    tell(sentence: string): void {
      board.clear();
      if (!summary) return;
      title(`${texts.notSent}.`);
      const item = document.createElement('li');
      item.textContent = sentence;
      list?.append(item);
      summary.hidden = false;
      goTo(summary);
    },
    /** @returns whether the form shows any of them */
    show(problems: readonly Problem[]): boolean {
      board.clear();
      const byName = new Map(problems.map(({ path, code }) => [controlName(path), code]));
      // In the order of what is seen, which is not that of the fields.
      const shown = [...element.querySelectorAll<HTMLElement>('[data-field]')].flatMap((field) => {
        const name = field.dataset.field ?? '';
        const code = byName.get(name);
        const subject = known.get(name);
        if (code === undefined || !subject) return [];
        const sentence = fieldSentence(locale, code, subject.field);
        mark(field, sentence);
        return [lead(name, about(nameOf(subject.of), sentence))];
      });
      if (shown.length === 0 || !summary) return false;
      title(counted(locale, shown.length, texts.some));
      list?.replaceChildren(...shown);
      summary.hidden = false;
      goTo(summary);
      return true;
    },
    isMarked: (name: string): boolean => fieldOf(name)?.classList.contains('bad') ?? false,
    mend(name: string): void {
      const field = fieldOf(name);
      if (field) mark(field, null);
      list?.querySelector(`[data-about="${CSS.escape(name)}"]`)?.remove();
      const left = list?.childElementCount ?? 0;
      if (left > 0) title(counted(locale, left, texts.some));
      else if (summary) summary.hidden = true;
    },
  };
  return board;
};
export type ProblemBoard = ReturnType<typeof problemBoard>;
