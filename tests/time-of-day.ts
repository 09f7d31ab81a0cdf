/** Everything but the time of day goes on as ever. */
const REAL = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** From here on it is so late, for this app; `jest.useRealTimers()` ends it. */
export const setTimeOfDay = (now: number | string): void => {
  jest.useFakeTimers({ now: new Date(now), doNotFake: [...REAL] });
};
