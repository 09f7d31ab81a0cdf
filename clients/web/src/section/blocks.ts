import type { Blocks, Image } from '../contracts';
import { Html, html, safeUrl } from '../html/tag';
import { imageHtml } from '../image/html';

type Node = Blocks[number];

const childrenOf = ({ children }: Node): Node[] =>
  Array.isArray(children)
    ? (children as Node[]).filter((child) => typeof child?.type === 'string')
    : [];

const MARKS = [
  ['code', 'code'],
  ['bold', 'strong'],
  ['italic', 'em'],
  ['underline', 'u'],
  ['strikethrough', 's'],
] as const;

const wrapped = (name: string, inside: Html): Html => new Html(`<${name}>${inside.text}</${name}>`);

const textHtml = (node: Node): Html => {
  const lines = (typeof node.text === 'string' ? node.text : '').split('\n');
  const text = html`${lines.map((line, at) => (at === 0 ? html`${line}` : html`<br />${line}`))}`;
  return MARKS.reduce(
    (all, [mark, name]) => (node[mark] === true ? wrapped(name, all) : all),
    text,
  );
};

const linkHtml = (node: Node): Html => {
  const inside = inlineHtml(node);
  const href = safeUrl(typeof node.url === 'string' ? node.url : null);
  return href === null ? inside : html`<a href="${href}">${inside}</a>`;
};

const inlineHtml = (node: Node): Html =>
  html`${childrenOf(node).map((child) => {
    if (child.type === 'text') return textHtml(child);
    return child.type === 'link' ? linkHtml(child) : html``;
  })}`;

/** What is written in a block, without its marks. */
const plain = (node: Node): string =>
  typeof node.text === 'string' ? node.text : childrenOf(node).map(plain).join('');

/** A list within a list belongs to the item before it. */
const listHtml = (node: Node): Html => {
  const items: Html[][] = [];
  for (const child of childrenOf(node)) {
    if (child.type === 'list-item') items.push([inlineHtml(child)]);
    else if (child.type === 'list')
      (items.at(-1) ?? items[items.push([]) - 1])?.push(listHtml(child));
  }
  const all = html`${items.map((item) => html`<li>${item}</li>`)}`;
  return wrapped(node.format === 'ordered' ? 'ol' : 'ul', all);
};

interface StoredImage extends Partial<Omit<Image, 'alt'>> {
  alternativeText?: string | null;
  caption?: string | null;
}

const pictureHtml = ({ image }: Node, sizes: string): Html => {
  const {
    url,
    width = null,
    height = null,
    formats,
    alternativeText,
    caption,
  } = (image ?? {}) as StoredImage;
  if (typeof url !== 'string') return html``;
  const shown = { url, width, height, formats: formats ?? {}, alt: alternativeText ?? null };
  const about = caption && html`<figcaption>${caption}</figcaption>`;
  return html`<figure>${imageHtml(shown, { sizes })}${about}</figure>`;
};

const levelOf = (node: Node): number => (typeof node.level === 'number' ? node.level : 1);

export interface BlocksPlace {
  /** The level of the heading that they stand under: theirs go on below it, and leave none out. */
  under?: number;
  /** How wide an image among them is shown. */
  sizes?: string;
}

/** Strapi's rich text. Kinds of blocks that nobody has heard of yet are left out. */
export const blocksHtml = (
  blocks: Blocks,
  { under = 2, sizes = '(min-width: 48rem) 42rem, 100vw' }: BlocksPlace = {},
): Html => {
  const levels = blocks.filter(({ type }) => type === 'heading').map(levelOf);
  const ranks = [...new Set(levels)].sort((a, b) => a - b);

  const headingHtml = (node: Node): Html => {
    const level = Math.min(under + 1 + ranks.indexOf(levelOf(node)), 6);
    return wrapped(`h${level}`, inlineHtml(node));
  };
  const blockHtml = (node: Node): Html => {
    if (node.type === 'list') return listHtml(node);
    if (node.type === 'image') return pictureHtml(node, sizes);
    if (node.type === 'code') return html`<pre><code>${plain(node)}</code></pre>`;
    // Editors part paragraphs with empty ones.
    if (plain(node).trim() === '') return html``;
    if (node.type === 'paragraph') return wrapped('p', inlineHtml(node));
    if (node.type === 'heading') return headingHtml(node);
    if (node.type === 'quote') return html`<blockquote><p>${inlineHtml(node)}</p></blockquote>`;
    return html``;
  };
  return html`${blocks.map(blockHtml)}`;
};
