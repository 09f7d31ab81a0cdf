import type { MailLanguage, Passage } from './texts';

/** A mail before it is set as text and as HTML; everything in it is plain text. */
export interface Letter {
  subject: string;
  /** Of our own words; an editor's may be in any other. */
  language: MailLanguage;
  passages: Passage[];
  /** Who writes; null where that could out a person. */
  signature: string | null;
}

/** A letter that a mailbox can tell from a real one. */
export const asTest = (letter: Letter, subject: string, text: string): Letter => ({
  ...letter,
  subject: `${subject} ${letter.subject}`,
  passages: [{ type: 'text', text }, ...letter.passages],
});

const set = (passage: Passage): string => {
  switch (passage.type) {
    case 'text':
      return passage.text;
    case 'button':
    case 'link':
      return `${passage.lead}\n${passage.url}`;
    case 'code':
      return `${passage.before} ${passage.page} ${passage.after}\n${passage.code}`;
  }
};

/** For mail programs that show no HTML, and people who want none. */
export const letterAsText = ({ passages, signature }: Letter): string =>
  `${[...passages.map(set), ...(signature ? [signature] : [])].join('\n\n')}\n`;
