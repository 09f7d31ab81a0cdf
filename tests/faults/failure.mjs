// @ts-check
/** A promise that was broken: one sentence, which needs no stack. */
export class Failure extends Error {}

/** What a process says that ends itself at a commit (`killed-at-commit.mjs`), and no other does that was ended. */
export const KILLED_HERE = 'Killed at a commit.';

/** A node ended itself so, which is what a case is about. */
export class Killed extends Failure {}

/** @param {unknown} kept @param {string} promise what does not hold otherwise, with its figures */
export const expect = (kept, promise) => {
  if (!kept) throw new Failure(promise);
};
