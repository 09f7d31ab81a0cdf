import { checkBlocks } from './blocks';

const text = (more: object = {}) => ({ type: 'text', text: 'x', ...more });
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children });
const link = (url: unknown, more: object = {}) =>
  paragraph({ type: 'link', url, children: [text()], ...more });
const list = (...children: unknown[]) => ({ type: 'list', format: 'unordered', children });
const item = (...children: unknown[]) => ({ type: 'list-item', children });
const file = {
  name: 'a.jpg',
  alternativeText: null,
  url: 'https://cdn.example.org/a.jpg',
  width: 10,
  height: 10,
  formats: { small: { url: '/uploads/small_a.jpg', width: 5, provider_metadata: { id: 'x' } } },
  hash: 'a',
  ext: '.jpg',
  mime: 'image/jpeg',
  size: 1,
  provider: 'local',
};
const image = (more: object = {}) => ({
  type: 'image',
  image: { ...file, ...more },
  children: [text()],
});
const nested = (depth: number): unknown => (depth === 0 ? item(text()) : list(nested(depth - 1)));

describe('what the blocks editor writes', () => {
  const written: [string, unknown][] = [
    ['nothing', null],
    ['no blocks', []],
    ['an empty paragraph', [paragraph({ type: 'text', text: '' })]],
    [
      'markings',
      [
        paragraph(
          text({ bold: true, italic: true, underline: true }),
          text({ strikethrough: true, code: false }),
        ),
      ],
    ],
    [
      'headings',
      [1, 2, 3, 4, 5, 6].map((level) => ({ type: 'heading', level, children: [text()] })),
    ],
    ['a quote', [{ type: 'quote', children: [text()] }]],
    [
      'code',
      [
        { type: 'code', language: 'c++', children: [text()] },
        { type: 'code', children: [text()] },
      ],
    ],
    ['lists in lists', [list(item(text()), { ...list(item(text())), indentLevel: 1 })]],
    [
      'an ordered list',
      [{ type: 'list', format: 'ordered', indentLevel: 0, children: [item(text())] }],
    ],
    ['lists thirty deep', [nested(30)]],
    [
      'links',
      [
        link('https://example.org'),
        link('mailto:a@example.org'),
        link('tel:+1613'),
        link('http://example.org', { rel: 'noopener noreferrer', target: '_blank' }),
      ],
    ],
    ['an image', [image(), image({ url: '/uploads/a.jpg', formats: null })]],
    ['every script and sign', [paragraph(text({ text: 'Ça, ქართული, 你好, 👩‍🚒 & <b>' }))]],
  ];

  it.each(written)('passes: %s', (_what, value) => {
    expect(checkBlocks(value)).toBeNull();
  });
});

const withOwnProto = JSON.parse(
  '{"type":"text","text":"x","__proto__":{"polluted":true}}',
) as unknown;

describe('anything else', () => {
  const notAllowed: [string, unknown][] = [
    ['null as a block', null],
    ['a string as a block', 'x'],
    ['a number as a block', 1],
    ['a list as a block', []],
    ['no type', { children: [text()] }],
    ['an empty object', {}],
    ['html', { type: 'html', html: '<script>alert(1)</script>' }],
    ['an embed', { type: 'embed', url: 'https://example.org' }],
    ['an iframe', { type: 'iframe', src: 'https://example.org', children: [text()] }],
    ['a script', { type: 'script', children: [text({ text: 'alert(1)' })] }],
    ['a table', { type: 'table', children: [] }],
    ['a type in capitals', { type: 'Paragraph', children: [text()] }],
    ['a type of Object’s own', { type: '__proto__', children: [text()] }],
    ['a type like a method', { type: 'constructor', children: [text()] }],
    ['a list of types', { type: ['paragraph'], children: [text()] }],
    ['a text at the top', text()],
    ['a link at the top', { type: 'link', url: 'https://example.org', children: [text()] }],
    ['a list item at the top', item(text())],
    ['no children', { type: 'paragraph' }],
    ['children that are no list', { type: 'paragraph', children: { 0: text(), length: 1 } }],
    ['children that are text', { type: 'paragraph', children: '<img src=x onerror=alert(1)>' }],
    ['a paragraph in a paragraph', paragraph(paragraph(text()))],
    ['an image in a paragraph', paragraph(image())],
    [
      'a link in a link',
      paragraph({
        type: 'link',
        url: 'https://a.example',
        children: [{ type: 'link', url: 'https://b.example', children: [text()] }],
      }),
    ],
    ['a paragraph in a list', list(paragraph(text()))],
    ['a list in a list item', list(item(list(item(text()))))],
    ['a link in code', { type: 'code', children: link('https://example.org').children }],
    ['null as a child', paragraph(null)],
    ['a string as a child', paragraph('<b>x</b>')],
    ['a text without text', paragraph({ type: 'text' })],
    ['a text of a number', paragraph({ type: 'text', text: 1 })],
    ['a text of an object', paragraph({ type: 'text', text: { toString: 'x' } })],
    ['a text with children', paragraph({ ...text(), children: [text()] })],
    ['a text with html', paragraph({ ...text(), html: '<b>' })],
    ['a text with a handler', paragraph({ ...text(), onclick: 'alert(1)' })],
    [
      'a text with React’s html',
      paragraph({ ...text(), dangerouslySetInnerHTML: { __html: '<b>' } }),
    ],
    ['a text with a prototype', paragraph(withOwnProto)],
    ['a bold that is text', paragraph(text({ bold: 'true' }))],
    ['a style', { ...paragraph(text()), style: 'position:fixed' }],
    ['a class', { ...paragraph(text()), className: 'x' }],
    [
      'a handler on a heading',
      { type: 'heading', level: 1, onmouseover: 'alert(1)', children: [text()] },
    ],
    ['a heading of no level', { type: 'heading', children: [text()] }],
    ['a heading of level 0', { type: 'heading', level: 0, children: [text()] }],
    ['a heading of level 7', { type: 'heading', level: 7, children: [text()] }],
    ['a heading of level 1.5', { type: 'heading', level: 1.5, children: [text()] }],
    ['a heading of level "1"', { type: 'heading', level: '1', children: [text()] }],
    ['a heading of level "script"', { type: 'heading', level: 'script', children: [text()] }],
    ['a list of no format', { type: 'list', children: [item(text())] }],
    ['a list of another format', { type: 'list', format: 'todo', children: [item(text())] }],
    ['an indent that is text', { ...list(item(text())), indentLevel: '1' }],
    ['an indent without end', { ...list(item(text())), indentLevel: 1e9 }],
    ['a language with a tag', { type: 'code', language: '"><script>', children: [text()] }],
    ['a link without url', paragraph({ type: 'link', children: [text()] })],
    ['a link of a list', link(['https://example.org'])],
    ['a link of an object', link({ href: 'https://example.org' })],
    ['a link with a handler', link('https://example.org', { onclick: 'alert(1)' })],
    ['a link with a target in code', link('https://example.org', { target: '"onclick="' })],
    ['a link with an image', link('https://example.org', { image: file })],
    ['an image without a file', { type: 'image', children: [text()] }],
    [
      'an image that is an address',
      { type: 'image', image: 'https://example.org/a.jpg', children: [text()] },
    ],
    [
      'an image of bottomless formats',
      image({ formats: { a: { b: { c: { d: { e: { f: 1 } } } } } } }),
    ],
  ];

  it.each(notAllowed)('is refused: %s (T-43)', (_what, node) => {
    expect(checkBlocks([paragraph(text()), node])).toEqual({
      problem: 'blocks-not-allowed',
      values: { block: 2 },
    });
  });

  it.each([
    'javascript:alert(1)',
    'java\nscript:x',
    'data:text/html,x',
    '//evil.example',
    '/x',
    'ftp://x.example',
    '',
  ])('is refused: a link to %j (T-43)', (url) => {
    expect(checkBlocks([link(url)])).toEqual({ problem: 'blocks-link', values: { block: 1 } });
    expect(checkBlocks([list(item({ type: 'link', url, children: [text()] }))])).toMatchObject({
      problem: 'blocks-link',
    });
  });

  const images: [string, object][] = [
    ['data', { url: 'data:image/svg+xml,<svg onload=alert(1)>' }],
    ['a script', { url: 'javascript:alert(1)' }],
    ['another host by two slashes', { url: '//evil.example/a.jpg' }],
    ['another host by a backslash', { url: '/\\evil.example/a.jpg' }],
    ['no address', { url: null }],
    ['a list', { url: ['https://example.org/a.jpg'] }],
    ['a bad preview', { previewUrl: 'javascript:alert(1)' }],
    ['a bad format', { formats: { small: { url: 'data:text/html,x' } } }],
    ['a format without address', { formats: { small: {} } }],
  ];

  it.each(images)('is refused: an image from %s (T-43)', (_what, more) => {
    expect(checkBlocks([image(more)])).toEqual({ problem: 'blocks-image', values: { block: 1 } });
  });

  it.each(['a\u0000b', '\ud800', 'x\udc00'])(
    'is refused: a text that no database takes (T-43)',
    (bad) => {
      const refused = { problem: 'blocks-character', values: { block: 1 } };
      expect(checkBlocks([paragraph(text({ text: bad }))])).toEqual(refused);
      expect(checkBlocks([image({ caption: bad })])).toEqual(refused);
      expect(checkBlocks([image({ formats: { small: { url: '/a.jpg', name: bad } } })])).toEqual(
        refused,
      );
    },
  );

  it.each([33, 1000, 100_000])('is refused: lists %d deep, without overflowing (T-43)', (depth) => {
    let deep: unknown = item(text());
    for (let level = 0; level < depth; level += 1) deep = list(deep);
    expect(checkBlocks([deep])).toEqual({ problem: 'blocks-too-deep', values: { block: 1 } });
  });

  it('is refused: an image that goes on without end, without overflowing (T-43)', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 100_000; level += 1) deep = { a: deep };
    expect(checkBlocks([image({ formats: deep })])).toMatchObject({
      problem: 'blocks-not-allowed',
    });
  });

  it.each(['<p>x</p>', 1, true, {}, { 0: paragraph(text()) }])(
    'is refused: %j instead of blocks',
    (value) => {
      expect(checkBlocks(value)).toEqual({ problem: 'blocks-unreadable' });
    },
  );
});
