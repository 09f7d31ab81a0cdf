// @ts-check
/** A promise that was broken: one sentence, which needs no stack. */
export class Failure extends Error {}

/** A node was ended by SIGKILL, which may be what a case is about. */
export class Killed extends Failure {}

/** @param {unknown} kept @param {string} promise what does not hold otherwise, with its figures */
export const expect = (kept, promise) => {
  if (!kept) throw new Failure(promise);
};
