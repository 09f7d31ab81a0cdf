import { atMost, counted, formTexts } from './texts';

/** From here on the rest is said aloud, too. */
const NEARLY = 0.1;
/** Whoever types does not want to be talked to. */
const PAUSE_MS = 1200;

/** Shows under a long text how much still fits, and says it when it gets short. */
export const countCharacters = (
  form: HTMLFormElement,
  locale: string,
  leaving: AbortSignal,
): void => {
  for (const shown of form.querySelectorAll<HTMLElement>('[data-most]')) {
    const most = Number(shown.dataset.most);
    const text = shown.closest('.field')?.querySelector('textarea');
    if (!text) continue;
    const said = document.createElement('span');
    said.className = 'unseen';
    said.setAttribute('role', 'status');
    shown.after(said);
    let timer = 0;
    const count = (): void => {
      const { left, over } = formTexts(locale);
      const rest = most - [...text.value.trim()].length;
      const words =
        rest === most
          ? atMost(locale, most)
          : rest < 0
            ? counted(locale, -rest, over)
            : counted(locale, rest, left);
      shown.textContent = words;
      shown.classList.toggle('over', rest < 0);
      clearTimeout(timer);
      if (rest < most * NEARLY)
        timer = window.setTimeout(() => (said.textContent = words), PAUSE_MS);
      else said.textContent = '';
    };
    text.addEventListener('input', count, { signal: leaving });
    leaving.addEventListener('abort', () => {
      clearTimeout(timer);
      said.remove();
    });
    count();
  }
};
