import type { Counter } from '../contracts';
import { aCounter } from './counter.fixture';
import { counterElementHtml } from './html';

const written = (values: Partial<Counter>, locale = 'en') =>
  counterElementHtml(aCounter(values), { locale }).text;

describe('A counter that a server writes', () => {
  it('tells the element that makes it live what it shows, and how new that is', () => {
    expect(written({ revision: 17 })).toContain(
      '<campaign-counter action="petition" locale="en" total="785" revision="17">',
    );
  });

  it('is nothing but an element while an editor hides it', () => {
    const text = written({ total: null, label: null, revision: null });
    expect(text).toContain('<campaign-counter action="petition" locale="en">');
    expect(text).not.toContain('part="label"');
  });

  it.each(['fr_CA', 'x', ''])('is there whatever stands for its language: "%s"', (locale) => {
    expect(written({}, locale)).toContain('<span part="number">785</span>');
  });
});
