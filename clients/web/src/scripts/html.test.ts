import type { Script } from '../contracts';
import { scriptsHtml, waitingScriptsHtml } from './html';

const script = (values: Partial<Script>): Script => ({
  name: 'A script',
  placement: 'head',
  src: null,
  inline: null,
  integrity: null,
  async: false,
  defer: false,
  consentCategory: 'necessary',
  ...values,
});

const tag = script({
  src: 'https://cdn.example.org/tag.js?a&b',
  integrity: 'sha384-abc',
  defer: true,
});

describe('The scripts of a page', () => {
  it('stand where their editor wants them, with their fingerprint', () => {
    expect(scriptsHtml([tag], 'head').text.replace(/\s+/g, ' ')).toBe(
      '<script src="https://cdn.example.org/tag.js?a&amp;b" integrity="sha384-abc" crossorigin="anonymous" defer></script>',
    );
    expect(scriptsHtml([tag], 'body-end').text).toBe('');
  });

  it('keep code of their own to the letter, since a policy names its hash', () => {
    const inline = ' if (a < b && "c") d();\n';
    expect(scriptsHtml([script({ inline })], 'head').text).toBe(`<script>${inline}</script>`);
  });

  it('wait as data where they need consent, or would leave their element', () => {
    const statistics = script({ inline: 'count()', consentCategory: 'statistics' });
    const leaving = script({ inline: 'write("</script><img>")' });
    expect(scriptsHtml([statistics, leaving], 'head').text).toBe('');
    const waiting = waitingScriptsHtml([tag, statistics, leaving])?.text ?? '';
    expect(waiting.match(/<\/script>/g)).toHaveLength(1);
    expect(waiting).toContain('count()');
    expect(waiting).not.toContain('tag.js');
    expect(waitingScriptsHtml([tag])).toBeNull();
  });
});
