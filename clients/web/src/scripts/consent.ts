import type { Script } from '../contracts';

/** What may be refused; scripts that the page needs run without being asked for. */
export type Category = Exclude<Script['consentCategory'], 'necessary'>;
export type Choices = Partial<Record<Category, boolean>>;

const CATEGORIES: readonly Category[] = ['preferences', 'statistics', 'marketing'];
const KEY = 'campaign-consent';

/** What has to be asked for on this page, in the order in which it is asked. */
export const askedFor = (scripts: readonly Script[]): Category[] =>
  CATEGORIES.filter((category) =>
    scripts.some(({ consentCategory }) => consentCategory === category),
  );

export const isAllowed = ({ consentCategory }: Script, choices: Choices): boolean =>
  consentCategory === 'necessary' || choices[consentCategory] === true;

/** Every category was decided on, for or against. */
export const isDecided = (categories: readonly Category[], choices: Choices): boolean =>
  categories.every((category) => choices[category] !== undefined);

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** What was chosen in this browser, on this site; nothing where it keeps nothing. */
export const recalled = (storage: () => Store = () => localStorage): Choices => {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '{}');
    const known = kept instanceof Object ? (kept as Record<string, unknown>) : {};
    return Object.fromEntries(
      CATEGORIES.flatMap((category) =>
        typeof known[category] === 'boolean' ? [[category, known[category]]] : [],
      ),
    );
  } catch {
    return {};
  }
};

export const remember = (choices: Choices, storage: () => Store = () => localStorage): void => {
  try {
    storage().setItem(KEY, JSON.stringify(choices));
  } catch {
    // Then it is asked again on the next page.
  }
};
