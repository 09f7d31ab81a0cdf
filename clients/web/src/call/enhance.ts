import type { Action } from '../contracts';
import { nowThere } from './html';

const MINUTE_MS = 60_000;

/** Says what time it is where somebody is called, as long as the page is open. */
export const showTimeThere = (
  part: ParentNode,
  { call, locale }: Action,
  leaving: AbortSignal,
): void => {
  const place = part.querySelector('[data-there]');
  if (!place || !call) return;
  const show = (): void => {
    place.textContent = nowThere(call, locale, new Date());
  };
  show();
  const timer = setInterval(show, MINUTE_MS);
  leaving.addEventListener('abort', () => clearInterval(timer));
};
