import { nameProblem } from './name';
import { NAMES, namesOf } from './names.fixture';
import { checkText } from './text';

const asName = (typed: string) => {
  const { text, problem } = checkText(typed, { maxLength: 80, multiline: false });
  return { text, problem: problem ?? nameProblem(text) };
};

describe('A name', () => {
  it('is taken as people write it, in every script (T-53)', () => {
    const all = Object.entries(NAMES).flatMap(([script, list]) =>
      namesOf(list).map((name) => [script, name] as const),
    );
    expect(Object.keys(NAMES).length).toBeGreaterThanOrEqual(30);
    expect(all.length).toBeGreaterThanOrEqual(200);
    const refused = all.flatMap(([script, name]) => {
      const { text, problem } = asName(name);
      return problem === null && text === name.normalize('NFC') ? [] : [[script, name, problem]];
    });
    expect(refused).toEqual([]);
  });

  it.each(Object.entries(NAMES))('of the list is written in what it says: %s', (script, list) => {
    const letter = new RegExp(`\\p{Script_Extensions=${script}}`, 'u');
    const strange = namesOf(list).filter((name) => !letter.test(name) && script !== 'Latin');
    expect(strange).toEqual([]);
  });

  it.each([
    'https://evil.example',
    'HTTP://EVIL',
    'ftp://x',
    'javascript:alert(1)',
    'mailto:a@b',
    'www.evil',
    'see www.evil.example',
    'evil.com',
    'Evil.Com',
    'EVIL.COM',
    'buy at evil.co.uk now',
    'evil.ru/join',
    't.me/evil',
    'T.Me/evil',
    'bit.ly/3x',
    'me@evil.org',
    'münchen.de',
    'пример.рф',
    '例え.com',
    'ｅｖｉｌ.ｃｏｍ',
    'evil。com',
    'evil․com',
    'ev\u200ei\u200fl.com',
    'ｈｔｔｐ：／／evil',
    '𝐞𝐯𝐢𝐥.𝐜𝐨𝐦',
  ])('leads nowhere: %j (T-40)', (name) => {
    expect(asName(name).problem).toBe('link');
  });

  const begins = ['', ' ', '\u00a0', '\u200b', '\ufeff', '\u200e', '\u061c', '\u3164', '\u2800'];
  it.each(
    ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹣', '−'].flatMap((sign) =>
      begins.map((before) => `${before}${sign}1`),
    ),
  )('begins with nothing that a spreadsheet calculates: %j (T-41)', (name) => {
    expect(asName(name).problem).toBe('first-character');
  });

  it.each(['\t=1', '\r=1', '\n@a', '\u0000=1'])(
    'is one line without controls: %j (T-34)',
    (name) => {
      expect(asName(name).problem).toBe('characters');
    },
  );
});
