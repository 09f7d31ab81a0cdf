import type { Blocks } from '../contracts';
import { type Html, html } from '../html/tag';

const textOf = (node: { children?: unknown; text?: unknown; type?: unknown }): string =>
  typeof node.text === 'string'
    ? node.text
    : Array.isArray(node.children)
      ? (node.children as object[]).map(textOf).join('')
      : '';

export const blocksHtml = (blocks: Blocks): Html =>
  html`${blocks.map((block) => html`<p>${textOf(block)}</p>`)}`;
