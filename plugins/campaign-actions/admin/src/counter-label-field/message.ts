import { icuText } from '../icu-text';
import { boxesInOrder, type Boxes, type Form } from './boxes';

/**
 * The counter's label is stored as one ICU message and edited as boxes, one for each plural form.
 * In a box the number is a word that cannot be mistaken for text, the chip; in ICU it is `#`.
 */

/** One ICU message for the boxes; empty boxes leave their form to `other`, all empty is no message. */
export const toMessage = (boxes: Boxes, chip: string): string => {
  const filled = boxesInOrder(boxes).filter(([, text]) => text !== '');
  if (filled.length === 0) return '';
  const forms = [...filled.filter(([form]) => form !== 'other'), ['other', boxes.other ?? '']];
  const branches = forms.map(
    ([form, text = '']) => `${form} {${text.split(chip).map(icuText).join('#')}}`,
  );
  return `{count, plural, ${branches.join(' ')}}`;
};

/**
 * The boxes of a message, or null when boxes cannot say the same: exact numbers (`=0`), offsets,
 * other arguments, or text that holds the chip itself.
 */
export const toBoxes = (message: string, chip: string): Boxes | null => {
  if (message.includes(chip)) return null;
  const reader = new Reader(message, chip);
  const before = reader.text();
  const forms = reader.plural();
  if (forms === null) {
    const rest = reader.numberAndText();
    return rest === null ? null : { other: before + rest };
  }
  const after = reader.text();
  if (!reader.atEnd || forms.other === undefined) return null;
  return Object.fromEntries(
    boxesInOrder(forms).map(([form, text]) => [form, before + text + after]),
  );
};

const PLURAL = /\{\s*count\s*,\s*plural\s*,\s*/y;
const NUMBER = /\{\s*count\s*,\s*number\s*\}/y;
const FORM = /(zero|one|two|few|many|other)\s*\{/y;
const FORM_END = /\}\s*/y;
const END = /\}/y;
const QUOTATION = /'((?:[^']|'')*)'?/y;

/** Reads the part of ICU's syntax that boxes can say; stops in front of anything else. */
class Reader {
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly chip: string,
  ) {}

  get atEnd(): boolean {
    return this.at === this.source.length;
  }

  /** Literal text up to a brace; inside a plural form, `#` is the number. */
  text(insidePlural = false): string {
    let text = '';
    for (let next = this.next(); next !== '' && !'{}'.includes(next); next = this.next()) {
      if (next === "'") text += this.apostrophe(insidePlural);
      else {
        text += next === '#' && insidePlural ? this.chip : next;
        this.at += 1;
      }
    }
    return text;
  }

  /** The forms of `{count, plural, …}`; null, and nothing read, when something else stands here. */
  plural(): Boxes | null {
    const start = this.at;
    const forms = this.take(PLURAL) ? this.forms() : null;
    if (forms && this.take(END)) return forms;
    this.at = start;
    return null;
  }

  /** What follows up to the end, `{count, number}` being the number. */
  numberAndText(): string | null {
    let text = '';
    while (!this.atEnd) {
      if (!this.take(NUMBER)) return null;
      text += this.chip + this.text();
    }
    return text;
  }

  private forms(): Boxes | null {
    const forms: Boxes = {};
    for (let found = this.take(FORM); found; found = this.take(FORM)) {
      const form = found[1] as Form;
      const text = this.text(true);
      if (!this.take(FORM_END) || forms[form] !== undefined) return null;
      forms[form] = text;
    }
    return forms;
  }

  /** Doubled it is itself, before a special character it opens a quotation. */
  private apostrophe(insidePlural: boolean): string {
    const special = insidePlural ? '{}<>#' : '{}<>';
    const after = this.source.charAt(this.at + 1);
    if (after !== '' && special.includes(after)) {
      return this.take(QUOTATION)?.[1]?.replaceAll("''", "'") ?? '';
    }
    this.at += after === "'" ? 2 : 1;
    return "'";
  }

  private next(): string {
    return this.source.charAt(this.at);
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found) this.at += found[0].length;
    return found;
  }
}
