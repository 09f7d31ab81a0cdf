import { FAULTS } from '../../../tests/french-faults';
import { callTexts } from './call/texts';
import { clientTexts } from './client/texts';
import { formTexts } from './form/texts';
import { letterTexts } from './letter/texts';
import { linkTexts } from './link/texts';
import { nextTexts } from './next/texts';
import { outcomeTexts } from './outcome/texts';
import { pageTexts } from './page/texts';
import { problemTexts } from './problem/texts';
import { progressTexts } from './progress/texts';
import { scriptsTexts } from './scripts/texts';
import { shareTexts } from './share/texts';
import { signatureTexts } from './signature/texts';
import { supportersTexts } from './supporters/texts';
import { thanksTexts } from './thanks/texts';

const strings = (texts: unknown): string[] => {
  if (typeof texts === 'string') return [texts];
  return texts instanceof Object ? Object.values(texts).flatMap(strings) : [];
};

const TEXTS = {
  'a call': callTexts('fr'),
  'what the client says': clientTexts('fr'),
  'a form': formTexts('fr'),
  'a letter': letterTexts('fr'),
  'the page of a link': linkTexts('fr'),
  'what comes next': nextTexts('fr'),
  'an outcome': outcomeTexts('fr'),
  'what is wrong': problemTexts('fr'),
  sharing: shareTexts('fr'),
  'a signature': signatureTexts('fr'),
  thanks: thanksTexts('fr'),
  'a page': pageTexts('fr'),
  'the way to a goal': progressTexts('fr'),
  'what scripts may do': scriptsTexts('fr'),
  supporters: supportersTexts('fr'),
};

describe.each(Object.entries(TEXTS))('The French of %s', (_what, texts) => {
  it.each(Object.entries(FAULTS))('has nowhere %s', (_fault, pattern) => {
    expect(strings(texts).filter((text) => pattern.test(text))).toEqual([]);
  });
});
