import { differenceOf, scriptTexts } from './script-difference';

const TAG = { name: 'Statistics', src: 'https://cdn.example.org/tag.js' };

describe('What a save changes about scripts', () => {
  it('is nothing when Strapi alone added something', () => {
    const stored = [{ id: 7, __component: 'x', ...TAG, inline: null, async: true, defer: false }];
    expect(differenceOf(scriptTexts(stored), scriptTexts([TAG]))).toBeNull();
    expect(differenceOf(scriptTexts(null), scriptTexts([]))).toBeNull();
  });

  it('names what came and what went, whole', () => {
    const changed = { ...TAG, src: 'https://cdn.example.org/other.js' };
    const difference = differenceOf(scriptTexts([TAG]), scriptTexts([changed]));
    expect(difference?.added).toEqual([expect.objectContaining(changed)]);
    expect(difference?.removed).toEqual([expect.objectContaining(TAG)]);
  });

  it('is something when only the order changed, since scripts run in order', () => {
    const other = { name: 'Other', inline: 'x()' };
    expect(differenceOf(scriptTexts([TAG, other]), scriptTexts([other, TAG]))).toEqual({
      added: [],
      removed: [],
    });
  });
});
