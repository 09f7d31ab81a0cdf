import { FAULTS } from '../../../tests/french-faults';
import { callTexts } from './call/texts';
import { formTexts } from './form/texts';
import { letterTexts } from './letter/texts';
import { nextTexts } from './next/texts';
import { outcomeTexts } from './outcome/texts';
import { problemTexts } from './problem/texts';
import { shareTexts } from './share/texts';
import { signatureTexts } from './signature/texts';
import { thanksTexts } from './thanks/texts';

const strings = (texts: unknown): string[] => {
  if (typeof texts === 'string') return [texts];
  return texts instanceof Object ? Object.values(texts).flatMap(strings) : [];
};

const TEXTS = {
  'a call': callTexts('fr'),
  'a form': formTexts('fr'),
  'a letter': letterTexts('fr'),
  'what comes next': nextTexts('fr'),
  'an outcome': outcomeTexts('fr'),
  'what is wrong': problemTexts('fr'),
  sharing: shareTexts('fr'),
  'a signature': signatureTexts('fr'),
  thanks: thanksTexts('fr'),
};

describe.each(Object.entries(TEXTS))('The French of %s', (_what, texts) => {
  it.each(Object.entries(FAULTS))('has nowhere %s', (_fault, pattern) => {
    expect(strings(texts).filter((text) => pattern.test(text))).toEqual([]);
  });
});
