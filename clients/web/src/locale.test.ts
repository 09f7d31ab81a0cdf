import { FAULTS } from '../../../tests/french-faults';
import { formatted, tagOf } from './locale';

describe('A language', () => {
  it.each([
    ['fr-CA', 'fr-CA'],
    ['fr_CA', 'fr-CA'],
    ['zh_Hans_CN', 'zh-Hans-CN'],
    ['', 'en'],
    ['french!', 'en'],
  ])('is understood as it was meant: "%s"', (written, tag) => {
    expect(tagOf(written)).toBe(tag);
  });
});

describe('A number', () => {
  it('is written as Canadian French has it wherever French is all that is said', () => {
    const text = formatted(1_234_567, 'fr');
    expect(text).toBe('1\u00a0234\u00a0567');
    expect(Object.values(FAULTS).filter((fault) => fault.test(text))).toEqual([]);
  });

  it('is written all the same where nobody knows the language', () => {
    expect(formatted(1234, 'x')).toBe('1,234');
  });
});
