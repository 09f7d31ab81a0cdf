/** Markup that may be put into a page as it is. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

type Value = Html | string | number | null | undefined | false | readonly Value[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const render = (value: Value): string => {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  return typeof value === 'object' ? value.map(render).join('') : escape(String(value));
};

/**
 * Markup with values in it. Text is escaped, markup and lists of it stay as they are, and nothing
 * stands for null, undefined and false. Values belong into text and quoted attributes alone, never
 * into a tag's name, a style or a script.
 */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(parts.reduce((all, part, at) => all + render(values[at - 1]) + part));

/** ` name="value"`, nothing for null and false, and ` name` for true. */
export const attributes = (
  all: Record<string, string | number | boolean | null | undefined>,
): Html =>
  new Html(
    Object.entries(all)
      .filter(([, value]) => value !== null && value !== undefined && value !== false)
      .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escape(String(value))}"`))
      .join(''),
  );

/** Data for a script of the page, which no browser runs and no markup in it can leave. */
export const dataScript = (data: unknown, attribute: string): Html =>
  new Html(
    `<script type="application/json" ${attribute}>${JSON.stringify(data).replace(/</g, '\\u003c')}</script>`,
  );

const SAFE_PROTOCOL = /^(https?|mailto|tel):/i;

/** An address that an editor wrote, if it is one to follow; a relative one is. */
export const safeUrl = (url: string | null | undefined): string | null => {
  if (!url) return null;
  const bare = url.replace(/[\u0000-\u0020\u007f]/g, '');
  return SAFE_PROTOCOL.test(bare) || !/^[^/?#]*:/.test(bare) ? url : null;
};
