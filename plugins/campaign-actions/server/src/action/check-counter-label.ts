import { IntlMessageFormat } from 'intl-messageformat';
import type { Finding } from '../editing/finding';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The numbers of ICU's element types; the library's own enum vanishes when it is compiled. */
const LITERAL = 0;
const ARGUMENT = 1;
const NUMBER = 2;
const PLURAL = 6;
const POUND = 7;

const ARGUMENT_NAME = 'count';
const MISSING = { problem: 'label-number-missing' } as const;

const read = (message: string): Element[] | null => {
  try {
    // The same reading as when the label is said: angle brackets are text.
    return new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  } catch {
    return null;
  }
};

const optionsOf = (element: Element): Element[][] =>
  'options' in element ? Object.values(element.options).map((option) => option.value) : [];

const isAboutCount = (element: Element): boolean => {
  const type: number = element.type;
  if (type === LITERAL || type === POUND) return true;
  const counts = type === ARGUMENT || type === NUMBER || type === PLURAL;
  return counts && 'value' in element && element.value === ARGUMENT_NAME;
};

/** What the message asks for that is not the count, if anything. */
const strangerIn = (elements: Element[]): string | null => {
  for (const element of elements) {
    if (!isAboutCount(element)) return 'value' in element ? element.value : '';
    for (const option of optionsOf(element)) {
      const stranger = strangerIn(option);
      if (stranger !== null) return stranger;
    }
  }
  return null;
};

const saysNumber = (elements: Element[]): boolean =>
  elements.some((element) => {
    const type: number = element.type;
    if (type === PLURAL) return optionsOf(element).every(saysNumber);
    return type === ARGUMENT || type === NUMBER || type === POUND;
  });

/** A plural says the number in each of its forms, even when the words around it say it too. */
const everyFormSaysNumber = (elements: Element[]): boolean =>
  elements.every((element) => optionsOf(element).every(saysNumber));

/** A counter's label is one ICU message that says the count, whatever the count is. */
export const checkCounterLabel = (message: string): Finding => {
  const elements = read(message);
  if (!elements) return { problem: 'label-unreadable' };
  const stranger = strangerIn(elements);
  if (stranger !== null)
    return { problem: 'label-argument-unknown', values: { argument: stranger } };
  return saysNumber(elements) && everyFormSaysNumber(elements) ? null : MISSING;
};
