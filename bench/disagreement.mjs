// @ts-check

/** A result that must not be believed, however good it looks. */
export class Disagreement extends Error {}

/**
 * @param {string} name of who counted
 * @param {Record<string, number>} counted
 * @param {Record<string, number>} expected
 * @throws Disagreement
 */
export const agree = (name, counted, expected) => {
  for (const [what, number] of Object.entries(expected))
    if (counted[what] !== number)
      throw new Disagreement(`${name}: ${what} should be ${number}, and is ${counted[what]}.`);
};
