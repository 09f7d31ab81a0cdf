import { dress } from '../element/dress';
import { LETTER_PRINT_STYLE, PRINTED } from './style';

const PRINTING = `${PRINTED}s`;

/**
 * Prints a letter. It stands in the page itself for as long as the dialog is open: what is inside a
 * shadow root cannot be printed alone, and a frame of our own would need the page's policy to allow it.
 */
export const printLetter = (address: string, text: string, locale: string): void => {
  const paper = document.createElement('div');
  paper.className = PRINTED;
  paper.lang = locale;
  paper.dir = 'auto';
  paper.setAttribute('aria-hidden', 'true');
  paper.append(
    ...[address, text].filter(Boolean).map((part) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = part;
      return paragraph;
    }),
  );
  // Not every browser says that it has printed.
  document.querySelectorAll(`.${PRINTED}`).forEach((old) => old.remove());
  dress(document, LETTER_PRINT_STYLE);
  document.body.append(paper);
  document.body.classList.add(PRINTING);
  const clear = (): void => {
    paper.remove();
    document.body.classList.remove(PRINTING);
  };
  addEventListener('afterprint', clear, { once: true });
  print();
};
