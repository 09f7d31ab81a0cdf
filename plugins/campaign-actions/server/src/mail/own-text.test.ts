import { fill, fillSubject, greetable } from './own-text';

const values = { givenName: 'Zoë', title: 'Stop <it> & now', organisation: 'Example' };

describe('An editor’s own words in a mail', () => {
  it('get what is known filled in, and nothing else', () => {
    expect(fill('Hello {givenName}, {title} — {organisation}. {other} {', values)).toBe(
      'Hello Zoë, Stop <it> & now — Example. {other} {',
    );
  });

  it('read well where nothing is known', () => {
    const unknown = { givenName: null, title: null, organisation: null };
    expect(fill('Hello {givenName},\nthank you {givenName}!', unknown)).toBe('Hello,\nthank you!');
    expect(fill('{givenName}: hello', unknown)).toBe(': hello');
  });

  it('never put a name into a subject, nor a second header', () => {
    expect(fillSubject('For {givenName}: {title}\r\nBcc: max@evil.example', values)).toBe(
      'For: Stop <it> & now Bcc: max@evil.example',
    );
  });

  it('fill in what was typed once: a name that looks like a placeholder stays a name', () => {
    expect(fill('{title}', { ...values, title: '{givenName}' })).toBe('{givenName}');
  });

  it.each([
    ['Zoë', 'Zoë'],
    [' Anne-Marie ', 'Anne-Marie'],
    ['J. R.', 'J. R.'],
    ['O’Neill', 'O’Neill'],
    ['Nguyễn Thị', 'Nguyễn Thị'],
    ['محمد', 'محمد'],
    ['win-a-car.example', null],
    ['See http://evil.example', null],
    ['a'.repeat(60), null],
    ['<b>Zoë</b>', null],
    ['Zoë\nBuy this', null],
    [null, null],
  ])('greet %j as %j', (typed, greeted) => expect(greetable(typed)).toBe(greeted));
});
