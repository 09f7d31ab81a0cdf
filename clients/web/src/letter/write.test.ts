import type { Letter } from '../contracts';
import { letterText, renamed, withName } from './write';

const LETTER: Letter = {
  salutation: 'Dear President,',
  body: 'My name is [your name].\n\nI urge you.',
  closing: 'Yours sincerely,',
  talkingPoints: [],
  recipient: { name: null, postalAddress: null },
};

describe('A letter', () => {
  it('carries the name of whoever writes it, below its closing and where an editor wants it', () => {
    expect(letterText(LETTER, 'Zoë $& O’Neill', '[Your name]')).toBe(
      'Dear President,\n\nMy name is Zoë $& O’Neill.\n\nI urge you.\n\nYours sincerely,\nZoë $& O’Neill',
    );
  });

  it('shows the place of a name that is not there yet', () => {
    const body = 'My name is {name}.';
    expect(letterText({ ...LETTER, body }, '', '[Your name]')).toContain('My name is [Your name].');
    expect(withName('Je m’appelle {nom}.', 'Zoë')).toBe('Je m’appelle Zoë.');
  });

  it('keeps its name right after somebody changed the text', () => {
    expect(renamed('Stop.\n\nYours,\nZoë', 'Zoë', 'Zoë O’Neill')).toBe(
      'Stop.\n\nYours,\nZoë O’Neill',
    );
    expect(renamed('Stop.\n\nYours,', '', 'Zoë')).toBe('Stop.\n\nYours,\nZoë');
    expect(renamed('I am [Your name].\n\nYours,', '', 'Z')).toBe('I am [Your name].\n\nYours,\nZ');
    expect(withName('I am [Your name].\n\nYours,\nZoë', 'Zoë')).toBe('I am Zoë.\n\nYours,\nZoë');
    expect(renamed('Stop. Zoë wrote this by hand.', 'Zoë', 'Zo')).toBe(
      'Stop. Zoë wrote this by hand.',
    );
  });
});
