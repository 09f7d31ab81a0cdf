const NAME = 'campaign-letter-print';

/** What the printer gets is the letter and nothing of the page around it. */
const STYLE = `
.${NAME}{display:none}
@media print{
@page{margin:2.5cm}
body>:not(.${NAME}){display:none!important}
.${NAME}{display:block;white-space:pre-line;overflow-wrap:anywhere;font:12pt/1.5 Georgia,serif;color:#000;background:#fff}
.${NAME} p{margin:0 0 1.5cm}
}`;

/**
 * Prints a letter. It stands in the page itself for as long as the dialog is open: what is inside a
 * shadow root cannot be printed alone, and a frame of our own would need the page's policy to allow it.
 */
export const printLetter = (address: string, text: string, locale: string): void => {
  const paper = document.createElement('div');
  paper.className = NAME;
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
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.body.append(paper);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const clear = (): void => {
    paper.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  addEventListener('afterprint', clear, { once: true });
  print();
};
