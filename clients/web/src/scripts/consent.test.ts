import type { Script } from '../contracts';
import { askedFor, isAllowed, isDecided, recalled, remember } from './consent';

const script = (consentCategory: Script['consentCategory']): Script => ({
  name: consentCategory,
  placement: 'head',
  src: 'https://cdn.example.org/a.js',
  inline: null,
  integrity: null,
  async: false,
  defer: false,
  consentCategory,
});

const storage = (kept: string | null = null) => {
  const store = { kept };
  return {
    store,
    open: () => ({
      getItem: () => store.kept,
      setItem: (_: string, value: string) => void (store.kept = value),
    }),
  };
};

describe('Consent to scripts of others', () => {
  it('is asked for what is on the page, and never for what the page needs', () => {
    expect(askedFor([script('necessary')])).toEqual([]);
    expect(askedFor([script('marketing'), script('statistics'), script('marketing')])).toEqual([
      'statistics',
      'marketing',
    ]);
  });

  it('is given by nobody who has not said so', () => {
    expect(isAllowed(script('necessary'), {})).toBe(true);
    expect(isAllowed(script('statistics'), {})).toBe(false);
    expect(isAllowed(script('statistics'), { marketing: true })).toBe(false);
    expect(isAllowed(script('statistics'), { statistics: true })).toBe(true);
  });

  it('is asked once, until there is something new to ask', () => {
    expect(isDecided(['statistics'], { statistics: false })).toBe(true);
    expect(isDecided(['statistics', 'marketing'], { statistics: true })).toBe(false);
  });

  it('is remembered, and whatever else lies there is nothing', () => {
    const { open, store } = storage();
    remember({ statistics: true, marketing: false }, open);
    expect(recalled(open)).toEqual({ statistics: true, marketing: false });
    for (const odd of ['not json', '"yes"', 'null', '{"statistics":"yes","other":true}']) {
      store.kept = odd;
      expect(recalled(open)).toEqual({});
    }
  });

  it('is asked again where a browser keeps nothing', () => {
    const refusing = () => {
      throw new Error('SecurityError');
    };
    expect(() => remember({ statistics: true }, refusing)).not.toThrow();
    expect(recalled(refusing)).toEqual({});
  });
});
