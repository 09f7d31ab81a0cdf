import type { Counter } from '../contracts';

/** The highest revision there was, with this counter; null when it is older than that. */
const highestWith = (highest: number, { revision }: Counter): number | null => {
  // What an editor hides has none, and nothing older comes after it either.
  if (revision === null) return highest;
  return revision < highest ? null : revision;
};

/**
 * Lets a counter pass unless a newer one did. One of the same revision is let pass: its words or its
 * goal may be others.
 */
export const revisionGate = () => {
  let highest = 0;
  return (counter: Counter): boolean => {
    const next = highestWith(highest, counter);
    highest = next ?? highest;
    return next !== null;
  };
};

/** The same at an element, which bears the highest revision: a server may have written it there. */
export const passesAt = (element: Element, counter: Counter): boolean => {
  const next = highestWith(Number(element.getAttribute('revision') ?? 0), counter);
  if (next) element.setAttribute('revision', String(next));
  return next !== null;
};
