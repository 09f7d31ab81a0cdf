import type { Blocks } from '../contracts';
import { blocksHtml } from './blocks';

const text = (words: string, marks = {}) => ({ type: 'text', text: words, ...marks });
const block = (type: string, children: object[], more = {}) => ({ type, children, ...more });
const shown = (blocks: object[], under?: number) =>
  blocksHtml(blocks as Blocks, under === undefined ? {} : { under }).text.replace(/\s+/g, ' ');

describe('What an editor writes in rich text', () => {
  it('is shown with its marks, and nothing in it is taken for markup', () => {
    const paragraph = block('paragraph', [
      text('At least '),
      text('40', { bold: true, italic: true }),
      text(' <b>people</b>\nin Argun'),
    ]);
    expect(shown([paragraph])).toBe(
      '<p>At least <em><strong>40</strong></em> &lt;b&gt;people&lt;/b&gt;<br />in Argun</p>',
    );
  });

  it('leads to other pages, and never runs what is in an address', () => {
    const link = (url: string) => block('paragraph', [block('link', [text('here')], { url })]);
    expect(shown([link('https://example.org/?a&b')])).toBe(
      '<p><a href="https://example.org/?a&amp;b">here</a></p>',
    );
    expect(shown([link('java\nscript:alert(1)')])).toBe('<p>here</p>');
  });

  it('keeps a list within a list with the item that it belongs to', () => {
    const list = block(
      'list',
      [
        block('list-item', [text('Free them')]),
        block('list', [block('list-item', [text('all')])], { format: 'ordered' }),
        block('list-item', [text('Investigate')]),
      ],
      { format: 'unordered' },
    );
    expect(shown([list])).toBe(
      '<ul><li>Free them<ol><li>all</li></ol></li><li>Investigate</li></ul>',
    );
    expect(shown([block('list', [list], { format: 'ordered' })])).toContain('<ol><li><ul>');
  });

  it('goes on below the heading of its section, and leaves no level out', () => {
    const heading = (level: number) => block('heading', [text(`H${level}`)], { level });
    expect(shown([heading(1), heading(4)])).toBe('<h3>H1</h3><h4>H4</h4>');
    expect(shown([heading(2)], 1)).toBe('<h2>H2</h2>');
  });

  it('quotes, shows code and images, and leaves out what is empty or not known yet', () => {
    expect(shown([block('quote', [text('Never again.')])])).toBe(
      '<blockquote><p>Never again.</p></blockquote>',
    );
    expect(shown([block('code', [text('a < b')])])).toBe('<pre><code>a &lt; b</code></pre>');
    const image = { url: 'https://example.org/a.jpg', width: 800, height: 600, formats: null };
    expect(shown([block('image', [text('')], { image })])).toContain(
      '<figure><img src="https://example.org/a.jpg" width="800" height="600" alt="" loading="lazy"',
    );
    expect(shown([block('paragraph', [text(' ')]), block('hologram', [text('x')])])).toBe('');
    expect(shown([{ type: 'paragraph' }, { type: 'image' }])).toBe('');
  });
});
