import { canonicalEmail, tableCheck } from './canonical-email';

/** Pairs of spellings: do they name one mailbox as far as the register is concerned? */
const ONE_PERSON: [string, string][] = [
  ['zoe@example.org', 'ZOE@example.org'],
  ['zoe@example.org', 'zoe@EXAMPLE.ORG'],
  ['zoe@example.org', 'zoe+petition@example.org'],
  ['zoe@example.org', 'zoe+a+b@example.org'],
  ['zoe+one@example.org', 'zoe+two@example.org'],
  ['Zoe+One@Example.Org', 'zoe@example.org'],
  ['zoe@gmail.com', 'z.o.e@gmail.com'],
  ['zoe@gmail.com', 'zoe@googlemail.com'],
  ['z.oe@gmail.com', 'zo.e+x@googlemail.com'],
  ['ZOE@GMAIL.COM', 'z.oe@gmail.com'],
  ['zoe@bücher.example', 'zoe@xn--bcher-kva.example'],
  ['zoe@BÜCHER.example', 'zoe@bücher.example'],
  ['zoë@example.org', 'zoe\u0308@example.org'],
  ['ZOË@example.org', 'zoë@example.org'],
  ['andré@example.org', 'andre\u0301@example.org'],
  ['first.last@example.org', 'FIRST.LAST@example.org'],
  ["o'neill@example.org", "O'Neill@example.org"],
  ['a_b@example.org', 'A_B@example.org'],
  ['a-b@example.org', 'a-B@example.org'],
  ['zoe@sub.example.org', 'zoe@SUB.example.org'],
  ['иван@example.org', 'ИВАН@example.org'],
  ['zoe@пример.example', 'zoe@xn--e1afmkfd.example'],
  ['zoe+@example.org', 'zoe@example.org'],
  ['zoe+tag@outlook.com', 'zoe@outlook.com'],
  ['zoe+tag@proton.me', 'zoe@proton.me'],
  ['zoe@example.co.uk', 'Zoe@Example.co.UK'],
  ['1234@example.org', '1234+5@example.org'],
  ['z.o.e+x@gmail.com', 'zoe@gmail.com'],
  ['zoe@faß.example', 'zoe@xn--fa-hia.example'],
  ['a@example.org', 'A+long-tag-of-a-list@example.org'],
];

const TWO_PEOPLE: [string, string][] = [
  ['a.b@outlook.com', 'ab@outlook.com'],
  ['a.b@example.org', 'ab@example.org'],
  ['a.b@yahoo.com', 'ab@yahoo.com'],
  ['a.b@proton.me', 'ab@proton.me'],
  ['a.b@icloud.com', 'ab@icloud.com'],
  ['zoe@example.org', 'zoe@example.com'],
  ['zoe@example.org', 'zoe@sub.example.org'],
  ['zoe@gmail.com', 'zoe@gmail.co'],
  ['zoe@gmail.com', 'zoe@mail.gmail.com'],
  ['zoe@gmail.com.example', 'z.oe@gmail.com.example'],
  ['zoe@example.org', 'zoë@example.org'],
  ['zoe@example.org', 'zoe1@example.org'],
  ['zoe@example.org', 'zo@example.org'],
  ['zoe-petition@example.org', 'zoe@example.org'],
  ['zoe_petition@example.org', 'zoe@example.org'],
  ['zoe-a@yahoo.com', 'zoe@yahoo.com'],
  ['zoe=a@example.org', 'zoe@example.org'],
  ['zoe%a@example.org', 'zoe@example.org'],
  ['zoe#a@example.org', 'zoe@example.org'],
  ['+zoe@example.org', 'zoe@example.org'],
  ['+zoe@example.org', '+max@example.org'],
  ["o'neill@example.org", 'oneill@example.org'],
  ['first.last@example.org', 'last.first@example.org'],
  ['zoe@bücher.example', 'zoe@buecher.example'],
  ['zoe@faß.example', 'zoe@fass.example'],
  ['иван@example.org', 'ivan@example.org'],
  ['zoe@пример.example', 'zoe@primer.example'],
  ['ﬁona@example.org', 'fiona@example.org'],
  ['zoe１@example.org', 'zoe1@example.org'],
  ['zoe@xn--bcher-kva.example', 'zoe@xn--bcher-kva.example.org'],
];

describe('The table of spellings (T-10)', () => {
  it.each(ONE_PERSON)('takes %s and %s for one person', (a, b) => {
    expect(canonicalEmail(a)).toBe(canonicalEmail(b));
  });

  it.each(TWO_PEOPLE)('takes %s and %s for two people', (a, b) => {
    expect(canonicalEmail(a)).not.toBe(canonicalEmail(b));
  });
});

it('A table is known by what it folds, however it is written', () => {
  const table = {
    version: 1000,
    aliases: { 'a.example': 'b.example', 'c.example': 'd.example' },
    dotless: ['b.example', 'd.example'],
  };
  const turned = {
    ...table,
    aliases: { 'c.example': 'd.example', 'a.example': 'b.example' },
    dotless: ['d.example', 'b.example'],
  };
  expect(tableCheck(turned)).toEqual(tableCheck(table));
  expect(tableCheck({ ...table, dotless: ['b.example'] })).not.toEqual(tableCheck(table));
  expect(tableCheck({ ...table, aliases: {} })).not.toEqual(tableCheck(table));
});
