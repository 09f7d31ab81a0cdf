/** Takes the focus there at once, also on a page that scrolls slowly for the eye. */
export const goTo = (element: HTMLElement | null | undefined): void => {
  if (!element) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ behavior: 'instant', block: 'nearest' });
};
