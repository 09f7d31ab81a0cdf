import { remember, rememberConfirmed, rememberedOf } from './remember';

const PETITION = { documentId: 'petition', sensitive: false };
const AT_RISK = { documentId: 'petition', sensitive: true };

describe('A browser', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      value: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
        removeItem: (key: string) => kept.delete(key),
      },
    });
  });
  afterAll(() => Reflect.deleteProperty(globalThis, 'localStorage'));

  it('remembers that an action was taken, and nothing else', () => {
    remember(PETITION, 'confirmation-sent');
    expect(rememberedOf(PETITION)).toBe('confirmation-sent');
    expect([...kept]).toEqual([['campaign-actions:signed:petition', 'confirmation-sent']]);
  });

  it('remembers that it was confirmed, if it remembers it at all', () => {
    rememberConfirmed(PETITION);
    expect(kept.size).toBe(0);
    remember(PETITION, 'confirmation-sent');
    rememberConfirmed(PETITION);
    expect(rememberedOf(PETITION)).toBe('confirmed');
    rememberConfirmed(AT_RISK);
    expect(kept.size).toBe(0);
  });

  it('remembers nothing where signers are at risk, and forgets what it knew before', () => {
    remember(AT_RISK, 'confirmation-sent');
    expect(kept.size).toBe(0);
    remember(PETITION, 'counted');
    expect(rememberedOf(AT_RISK)).toBeNull();
    expect(kept.size).toBe(0);
  });

  it('that keeps nothing is no hindrance', () => {
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new Error('SecurityError');
      },
    });
    expect(() => remember(PETITION, 'counted')).not.toThrow();
    expect(rememberedOf(PETITION)).toBeNull();
  });
});
