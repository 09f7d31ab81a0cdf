import { aConsent, aField } from '../form/action.fixture';
import { CampaignActionsError } from '../index';
import { fieldSentence, generalSentence, nameOf } from './sentences';

describe('What is said', () => {
  it('at a field is what to do there', () => {
    const email = aField({ type: 'email' });
    expect(fieldSentence('en', 'format', email)).toContain('zoe@example.org');
    expect(fieldSentence('fr', 'required', email)).toBe('Veuillez remplir ce champ.');
    expect(fieldSentence('en', 'required', aField({ type: 'choice' }))).toContain('choose');
    expect(fieldSentence('fr', 'too-long', aField({ maxLength: 1000 }))).toContain(
      '1\u00a0000 caractères',
    );
  });

  it('of too many tries is when to come back', () => {
    const refused = (retryAfter: number | null) =>
      generalSentence('en', new CampaignActionsError('Later.', 429, 'too-often', [], retryAfter));
    expect(refused(90)).toContain('in 2\u00a0minutes');
    expect(refused(5)).toContain('in one minute');
    expect(refused(null)).toBe('Later.');
  });

  it('of a surprise is no riddle', () => {
    expect(generalSentence('en', new TypeError('x is undefined'))).toBe(
      'Something went wrong. Please try again later.',
    );
  });

  it('of a consent begins with its words, as far as they are short', () => {
    const name = nameOf(aConsent({ text: 'word '.repeat(40) }));
    expect([...name].length).toBeLessThanOrEqual(80);
    expect(name).toMatch(/word…$/);
  });
});
