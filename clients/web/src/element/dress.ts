/** One sheet for all that show the same style; a policy without 'unsafe-inline' allows it. */
const sheets = new Map<string, CSSStyleSheet>();

const sheetOf = (style: string): CSSStyleSheet => {
  const known = sheets.get(style);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  sheets.set(style, sheet);
  return sheet;
};

const adopt = (root: Document | ShadowRoot, style: string): void => {
  const sheet = sheetOf(style);
  if (!root.adoptedStyleSheets.includes(sheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};

/** For phones whose browser cannot adopt sheets; the policy names the hash of this very text. */
const write = (root: Document | ShadowRoot, style: string): void => {
  const place = root instanceof Document ? root.head : root;
  if ([...place.querySelectorAll('style')].some(({ textContent }) => textContent === style)) return;
  const element = document.createElement('style');
  element.textContent = style;
  place.prepend(element);
};

/** Gives a root its style, once, however often it is asked. */
export const dress = (root: Document | ShadowRoot, style: string): void =>
  'adoptedStyleSheets' in Document.prototype ? adopt(root, style) : write(root, style);
