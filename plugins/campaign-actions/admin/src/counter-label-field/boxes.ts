/** The plural forms of CLDR, in its order; every language has `other`, and some of the rest. */
export const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
export type Form = (typeof FORMS)[number];

/** The text of each plural form that was given. */
export type Boxes = Partial<Record<Form, string>>;

export const boxesInOrder = (boxes: Boxes): [Form, string][] =>
  FORMS.flatMap((form) => {
    const text = boxes[form];
    return text === undefined ? [] : [[form, text] as [Form, string]];
  });

const rules = (locale: string): Intl.PluralRules => {
  try {
    return new Intl.PluralRules(locale);
  } catch {
    return new Intl.PluralRules('en');
  }
};

/** The forms that a content locale distinguishes: English one and other, French also many. */
export const formsOf = (locale: string): Form[] => {
  const { pluralCategories } = rules(locale).resolvedOptions();
  return FORMS.filter((form) => pluralCategories.includes(form));
};

const SAMPLES = [785, 1, 1_000_000, 0, 2, 3, 5, 11];

/** A number that takes this form, to show beside its box. */
export const sampleOf = (form: Form, locale: string): number | null =>
  SAMPLES.find((number) => rules(locale).select(number) === form) ?? null;

/** From the smallest number to the largest: in French, millions come last. */
export const inReadingOrder = (forms: Form[], locale: string): Form[] =>
  [...forms].sort((a, b) => (sampleOf(a, locale) ?? Infinity) - (sampleOf(b, locale) ?? Infinity));

/**
 * What `many` says when the editor wrote only `other`. French puts "de" between a full million and
 * what is counted: 785 personnes, 1 000 000 de personnes.
 */
export const suggestMany = (other: string, locale: string, chip: string): string => {
  const at = other.indexOf(chip);
  if (at === -1 || !/^fr\b/i.test(locale)) return other;
  const end = at + chip.length;
  const after = other
    .slice(end)
    .replace(
      /^(\s+)(?!de\s|d['’])([aeiouyhàâäéèêëîïôöùûüœ]?)(?=\p{L})/iu,
      (_, space: string, vowel) => (vowel ? `${space}d’${vowel}` : `${space}de `),
    );
  return other.slice(0, end) + after;
};

/** The boxes after an edit; `many` follows `other` until it is given a text of its own. */
export const edited = (
  boxes: Boxes,
  form: Form,
  text: string,
  locale: string,
  chip: string,
): Boxes => {
  const next = { ...boxes, [form]: text };
  const suggested = suggestMany(boxes.other ?? '', locale, chip);
  const follows = !boxes.many || boxes.many === suggested;
  if (form !== 'many' && follows && formsOf(locale).includes('many')) {
    next.many = suggestMany(next.other ?? '', locale, chip);
  }
  return next;
};
