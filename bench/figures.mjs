// @ts-check
/** What becomes of many measurements: medians, spreads, and whether a target is met. */

const sorted = (/** @type {Iterable<number>} */ numbers) => Float64Array.from(numbers).sort();

/** @param {ArrayLike<number>} inOrder the smallest first @param {number} share 0 to 1 */
export const quantile = (inOrder, share) =>
  inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? NaN;

/** @param {Iterable<number>} numbers */
export const median = (numbers) => {
  const inOrder = sorted(numbers);
  const at = (/** @type {number} */ index) => inOrder[index] ?? NaN;
  return (at(Math.floor((inOrder.length - 1) / 2)) + at(Math.ceil((inOrder.length - 1) / 2))) / 2;
};

/** @param {number} value */
export const readable = (value) => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** The median, with the lowest and the highest behind it. @param {number[]} numbers */
export const withSpread = (numbers) => {
  const inOrder = sorted(numbers);
  if (inOrder.length < 2) return readable(median(numbers));
  const ends = [inOrder[0] ?? NaN, inOrder.at(-1) ?? NaN].map(readable);
  return `${readable(median(numbers))} (${ends.join('–')})`;
};

/** @typedef {import('./row.js').Claim} Claim */

/** @param {string} what @param {number[]} numbers @param {number} least @returns {Claim} */
export const atLeast = (what, numbers, least) => ({
  what,
  target: `≥ ${least}`,
  measured: withSpread(numbers),
  met: median(numbers) >= least,
});

/** @param {string} what @param {number[]} numbers @param {number} most @param {string} [unit] @returns {Claim} */
export const atMost = (what, numbers, most, unit = '') => ({
  what,
  target: `≤ ${most}${unit}`,
  measured: `${withSpread(numbers)}${unit}`,
  met: median(numbers) <= most,
});

/** For what has no target here. @param {string} what @param {number[]} numbers @param {string} [unit] @returns {Claim} */
export const reported = (what, numbers, unit = '') => ({
  what,
  target: 'reported',
  measured: `${withSpread(numbers)}${unit}`,
  met: null,
});
