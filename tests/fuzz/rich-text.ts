import fc from 'fast-check';
import { checkBlocks } from '../../plugins/campaign-actions/server/src/editing/blocks';
import { type Corpus, type Played, parted, playPicked, playPure, together } from './corpus';
import type { Stage } from './stage';

type Node = Record<string, unknown>;

const text = (value: unknown = 'x'): Node => ({ type: 'text', text: value });
const paragraph = (...children: unknown[]): Node => ({ type: 'paragraph', children });
const link = (url: unknown): Node => ({ type: 'link', url, children: [text()] });
const list = (...children: unknown[]): Node => ({ type: 'list', format: 'unordered', children });
const image = (url: unknown): Node => ({ type: 'image', image: { url }, children: [text()] });

const TYPES = [
  ...['paragraph', 'heading', 'quote', 'code', 'list', 'list-item', 'image', 'link', 'text'],
  ...['html', 'script', 'iframe', 'embed', 'style', 'svg', 'object', 'table', 'Paragraph', ''],
  ...['__proto__', 'constructor', 'toString', 'dangerouslySetInnerHTML', 'component'],
];
const ADDRESSES = [
  ...['https://example.org', 'http://example.org', 'mailto:a@example.org', 'tel:+1613', '/a.jpg'],
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
  ],
  ...['\u0001javascript:alert(1)', 'javascript&colon;alert(1)', 'vbscript:x', 'data:text/html,x'],
  ...['//evil.example', '/\\evil.example', '\\\\evil.example', 'https:evil.example', 'https:///x'],
  ...['https://a:b@evil.example', 'https://evil.example"onclick="', 'blob:x', 'file:///etc/passwd'],
  ...['mailto:a@b?bcc=c@d', 'mailto:', 'tel:javascript:1', '#', '', 'https://\u202eexample.org'],
  ...['https://exa\nmple.org', `https://${'a'.repeat(3000)}`],
];
const KEYS = [
  'onclick',
  'style',
  'class',
  'html',
  'src',
  'href',
  '__proto__',
  'url',
  'image',
  'level',
];

/** Each type in each place that might let it in, each address in each that might follow it. */
export const VECTORS: unknown[] = [
  ...TYPES.flatMap((type) => {
    const node = { type, text: 'x', url: 'https://example.org', children: [text()] };
    const bare = { type, children: [text()] };
    return [bare, paragraph(bare), list(bare), paragraph(node), { ...bare, level: 1 }];
  }),
  ...ADDRESSES.flatMap((url) => [
    paragraph(link(url)),
    list({ type: 'list-item', children: [link(url)] }),
    image(url),
    { ...image('/a.jpg'), image: { url: '/a.jpg', formats: { small: { url } } } },
  ]),
  ...KEYS.flatMap((key) => [
    { ...paragraph(text()), [key]: 'alert(1)' },
    paragraph({ ...text(), [key]: { __html: '<b>' } }),
  ]),
];

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom<unknown[]>(...ADDRESSES, ...TYPES, '\u0000', '\ud800', NaN, -1, 1e9, null),
);
type Mutation = { at: number; key: string; value: unknown; how: 'set' | 'drop' | 'wrap' | 'twice' };
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(40),
  key: fc.constantFrom(...KEYS, 'type', 'children', 'text', 'format', 'rel', 'target'),
  value: junk,
  how: fc.constantFrom('set', 'set', 'drop', 'wrap', 'twice'),
});

const nodesOf = (value: unknown): Node[] =>
  typeof value !== 'object' || value === null
    ? []
    : [value as Node, ...Object.values(value).flatMap(nodesOf)];

const mutated = ([vector, mutations]: [unknown, Mutation[]]): unknown[] => {
  const blocks = [structuredClone(vector)];
  for (const { at, key, value, how } of mutations) {
    const nodes = nodesOf(blocks);
    const node = nodes[at % nodes.length] ?? {};
    if (how === 'drop') delete node[key];
    else if (how === 'wrap') node.children = [paragraph(...[node.children].flat())];
    else if (how === 'twice') node.children = [node.children, node.children].flat();
    else
      Object.defineProperty(node, key, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return blocks;
};

const ALLOWED = new Set(TYPES.slice(0, 9));
const SAFE = /^(?:https?:\/\/|mailto:|tel:|\/[^/\\])/i;
const KNOWN =
  /^(?:type|children|text|bold|italic|underline|strikethrough|code|level|format|indentLevel|language|image|url|rel|target)$/;

/** Read by other means than the check itself: what a front end would make of what was saved. */
const mustBeHarmless = (node: unknown): void => {
  const { type, children, url, image: file, ...rest } = node as Node;
  if (!ALLOWED.has(String(type))) throw new Error('A type that nobody knows was taken.');
  const own = (file as Node | undefined)?.url;
  for (const address of [url, own])
    if (address !== undefined && !(typeof address === 'string' && SAFE.test(address)))
      throw new Error('An address that leads elsewhere was taken.');
  for (const key of Object.keys(rest))
    if (!KNOWN.test(key)) throw new Error(`A key that nobody knows was taken: ${key}`);
  if (/\u0000|\p{Surrogate}/u.test(String(rest.text))) throw new Error('No database takes this.');
  for (const child of (children as unknown[] | undefined) ?? []) mustBeHarmless(child);
};

const blocks = fc
  .tuple(fc.constantFrom(...VECTORS), fc.array(mutation, { minLength: 1, maxLength: 3 }))
  .map(mutated);

const check = (value: unknown[]): boolean => {
  const taken = checkBlocks(value) === null;
  if (taken) value.forEach(mustBeHarmless);
  return taken;
};

/** Saved as an editor would save it: refused at the field, or kept as it was. */
const save = async ({ make }: Stage, value: unknown[], at: number): Promise<boolean> => {
  const body = JSON.parse(JSON.stringify(value)) as unknown[];
  const sections = [{ __component: 'campaign-actions.section-text', heading: `x${at}`, body }];
  const saved = await make
    .campaign({ sections })
    .then(() => true)
    .catch((error: Error) => {
      if (error.name !== 'ValidationError') throw error;
      return false;
    });
  if (saved && !check(body)) throw new Error('Saved against the check.');
  return saved;
};

export const richText: Corpus = {
  id: 'F-7',
  what: `Rich text, mutations of ${VECTORS.length} vectors`,
  cases: { quick: 1500, full: 10_000 },
  async play(stage, run) {
    const picked = playPicked(VECTORS, (vector) => check([vector]));
    const [some, pure] = parted(run, 0.02);
    const read = playPure(blocks, pure, check);
    const saved: Played = { cases: 0, taken: 0 };
    for (const value of fc.sample(blocks, { seed: run.seed, numRuns: some.cases })) {
      const taken = await save(stage, value, saved.cases);
      saved.cases += 1;
      saved.taken += taken ? 1 : 0;
    }
    return together(picked, read, saved);
  },
};
