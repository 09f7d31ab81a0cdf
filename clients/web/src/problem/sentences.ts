import { sentence } from '../client/texts';
import type { Consent, FormField } from '../contracts';
import { counted } from '../form/texts';
import { formatted } from '../locale';
import { CampaignActionsError } from '../index';
import { problemTexts } from './texts';

const requiredFor = (field: FormField | null): 'required' | 'choose' | 'tick' => {
  if (field === null || field.type === 'choice' || field.type === 'country') return 'choose';
  return field.type === 'checkbox' ? 'tick' : 'required';
};

const expectedOf = (field: FormField | null): 'address' | 'day' | 'number' | 'format' => {
  switch (field?.type) {
    case 'email':
      return 'address';
    case 'date':
      return 'day';
    case 'number':
      return 'number';
    case undefined:
    case 'text':
    case 'textarea':
    case 'tel':
    case 'country':
    case 'choice':
    case 'checkbox':
      return 'format';
  }
};

/** What to say at a field; `null` stands for a consent. The codes are those of docs/errors.md. */
export const fieldSentence = (locale: string, code: string, field: FormField | null): string => {
  const { field: texts } = problemTexts(locale);
  switch (code) {
    case 'required':
      return texts[requiredFor(field)];
    case 'must-be-given':
      return texts.mustBeGiven;
    case 'too-long':
      return texts.tooLong.replace('{count}', () => formatted(field?.maxLength ?? 0, locale));
    case 'too-short':
      return texts.tooShort;
    case 'characters':
      return texts.characters;
    case 'first-character':
      return texts.firstCharacter;
    case 'link':
      return texts.link;
    case 'not-an-option':
      return texts.notAnOption;
    default:
      return texts[expectedOf(field)];
  }
};

/** What to say when the whole was not taken, for a reason that no field can show. */
export const generalSentence = (locale: string, problem: unknown): string => {
  if (!(problem instanceof CampaignActionsError)) return sentence(locale, 'failed');
  const { code, fields, retryAfter, message } = problem;
  if (code === 'too-often' && retryAfter !== null) {
    const minutes = Math.max(1, Math.ceil(retryAfter / 60));
    return counted(locale, minutes, problemTexts(locale).tooOftenFor);
  }
  return fields.length > 0 ? sentence(locale, 'challenge-used') : message;
};

const LONGEST_NAME = 80;

/** What a field is called in the list of problems: an editor's consent may be a paragraph. */
export const nameOf = (subject: FormField | Consent): string => {
  const text = 'label' in subject ? subject.label : subject.text;
  const letters = [...text];
  return letters.length > LONGEST_NAME
    ? `${letters
        .slice(0, LONGEST_NAME - 1)
        .join('')
        .trim()}…`
    : text;
};
