const boxIn = (form: HTMLFormElement): HTMLTextAreaElement | null =>
  form.querySelector<HTMLTextAreaElement>('[data-own-words]');

/** The text as a supporter has changed it; null while it is the editor's. */
export const ownWordsIn = (form: HTMLFormElement): string | null => {
  const box = boxIn(form);
  return box && !box.hidden ? box.value : null;
};

/** From here on the text is the supporter's: it stands in a box, in place of the paper. */
export const putOwnWords = (form: HTMLFormElement, words: string): void => {
  const box = boxIn(form);
  if (!box) return;
  box.value = words;
  box.hidden = false;
  for (const gone of form.querySelectorAll<HTMLElement>('[data-paper],[data-letter=edit]'))
    gone.hidden = true;
};
