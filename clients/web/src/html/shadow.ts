import { Html, attributes, html } from './tag';

/** The very text whose hash a Content-Security-Policy names. */
export const styleHtml = (style: string): Html => new Html(`<style>${style}</style>`);

/**
 * An element with what it shows, for a page that is rendered on a server: browsers show it before
 * any script has come, and a form in it works without. `style` is the very text that the element
 * brings itself, so that a Content-Security-Policy can name its hash.
 */
export const shadowHtml = (
  name: string,
  own: Record<string, string | number | boolean | null | undefined>,
  style: string,
  inside: Html,
  light: Html | null = null,
): Html =>
  html`<${new Html(name)}${attributes(own)}><template shadowrootmode="open">${styleHtml(style)}${inside}</template>${light}</${new Html(name)}>`;
