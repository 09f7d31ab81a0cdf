const LONGEST_MS = 1200;

const easeOut = (part: number): number => 1 - (1 - part) ** 3;

/**
 * Shows every number on the way from one to the other, the last one last; at once for those who want
 * less motion. It ends early when `leaving` does.
 */
export const countUp = (
  from: number,
  to: number,
  show: (number: number) => void,
  leaving: AbortSignal,
): void => {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (isCalm || document.hidden || from === to) return show(to);
  const start = performance.now();
  const lasts = Math.min(LONGEST_MS, 300 + Math.abs(to - from) * 100);
  const step = (now: number): void => {
    if (leaving.aborted) return;
    const part = Math.min(Math.max((now - start) / lasts, 0), 1);
    show(Math.round(from + (to - from) * easeOut(part)));
    if (part < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
