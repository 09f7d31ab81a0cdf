import type { Finding } from './finding';
import { isLink, isWebAddress } from './link';

/** Rich text deeper than this was not written by hand. */
const DEEPEST = 32;

type Node = Record<string, unknown>;
type Test = (value: unknown) => boolean;

interface Kind {
  /** Every key beside `type` and `children`, with what it may hold; any other key is refused. */
  keys?: Record<string, Test>;
  /** The node types allowed below; none: a leaf. */
  children?: readonly string[];
}

const maybe =
  (test: Test): Test =>
  (value) =>
    value === undefined || value === null || test(value);
const isString: Test = (value) => typeof value === 'string';
const isBoolean: Test = (value) => typeof value === 'boolean';
const isWord: Test = (value) => typeof value === 'string' && /^[\w #+.-]{0,60}$/.test(value);
const isLevel: Test = (value) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 6;
const isIndent: Test = (value) =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= DEEPEST;
const isRecord = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A file of the media library: its formats, and what a provider noted in each, but nothing deeper. */
const isShallow = (value: unknown, levels = 4): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 && Object.values(value).every((inner) => isShallow(inner, levels - 1)));

const INLINE = ['text', 'link'] as const;

const TEXT: Kind = {
  keys: {
    text: isString,
    bold: maybe(isBoolean),
    italic: maybe(isBoolean),
    underline: maybe(isBoolean),
    strikethrough: maybe(isBoolean),
    code: maybe(isBoolean),
  },
};

/** All that the blocks editor of Strapi writes, and nothing else. */
const KINDS = new Map<unknown, Kind>([
  ['paragraph', { children: INLINE }],
  ['heading', { keys: { level: isLevel }, children: INLINE }],
  ['quote', { children: INLINE }],
  ['code', { keys: { language: maybe(isWord) }, children: ['text'] }],
  [
    'list',
    {
      keys: {
        format: (value) => value === 'ordered' || value === 'unordered',
        indentLevel: maybe(isIndent),
      },
      children: ['list-item', 'list'],
    },
  ],
  ['list-item', { children: INLINE }],
  ['image', { keys: { image: (value) => isRecord(value) && isShallow(value) }, children: INLINE }],
  [
    'link',
    { keys: { url: isString, rel: maybe(isWord), target: maybe(isWord) }, children: ['text'] },
  ],
  ['text', TEXT],
]);

const TOP = ['paragraph', 'heading', 'quote', 'code', 'list', 'image'] as const;

type Fault =
  'blocks-not-allowed' | 'blocks-link' | 'blocks-image' | 'blocks-character' | 'blocks-too-deep';

/** PostgreSQL stores neither NUL nor half a surrogate pair in JSON. */
const isStorable = (value: unknown): boolean =>
  typeof value === 'string'
    ? !/\u0000|\p{Surrogate}/u.test(value)
    : typeof value !== 'object' || value === null || Object.values(value).every(isStorable);

/** Media library files are web addresses, or paths below the host when it keeps them itself. */
const isImageAddress: Test = (value) =>
  typeof value === 'string' &&
  (isWebAddress(value) || (/^\/[^/]/.test(value) && isWebAddress(`https://host${value}`)));

const hasSafeImage = (image: Node): boolean => {
  const formats = isRecord(image.formats) ? Object.values(image.formats) : [];
  return (
    isImageAddress(image.url) &&
    maybe(isImageAddress)(image.previewUrl) &&
    formats.every((format) => isRecord(format) && isImageAddress(format.url))
  );
};

const hasAllowedKeys = (node: Node, { keys = {}, children }: Kind): boolean =>
  Object.keys(node).every(
    (key) => key === 'type' || (key === 'children' && children) || Object.hasOwn(keys, key),
  ) && Object.entries(keys).every(([key, test]) => test(node[key]));

const faultIn = (node: unknown, allowed: readonly string[], depth: number): Fault | null => {
  if (depth > DEEPEST) return 'blocks-too-deep';
  if (!isRecord(node) || !allowed.some((type) => type === node.type)) return 'blocks-not-allowed';
  const kind = KINDS.get(node.type);
  if (!kind || !hasAllowedKeys(node, kind)) return 'blocks-not-allowed';
  if (typeof node.url === 'string' && !isLink(node.url)) return 'blocks-link';
  if (isRecord(node.image) && !hasSafeImage(node.image)) return 'blocks-image';
  const { children, ...own } = node;
  if (!isStorable(own)) return 'blocks-character';
  if (!kind.children) return null;
  if (!Array.isArray(children)) return 'blocks-not-allowed';
  for (const child of children) {
    const fault = faultIn(child, kind.children, depth + 1);
    if (fault) return fault;
  }
  return null;
};

/**
 * Rich text holds only what this list names, and only links that lead where people expect.
 * Front ends build elements from the nodes, so a node that nobody knows has no way in.
 */
export const checkBlocks = (value: unknown): Finding => {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return { problem: 'blocks-unreadable' };
  for (const [index, node] of value.entries()) {
    const problem = faultIn(node, TOP, 1);
    if (problem) return { problem, values: { block: index + 1 } };
  }
  return null;
};
