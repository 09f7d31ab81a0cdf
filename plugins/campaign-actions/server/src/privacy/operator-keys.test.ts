import { PURPOSES, parseOperatorKeys } from './operator-keys';

const good = Buffer.alloc(32, 9).toString('base64');

describe('CAMPAIGN_ACTIONS_KEYS', () => {
  it('takes a list, the first key being the active one', () => {
    const { keys } = parseOperatorKeys(`k2:${good}, k1:${Buffer.alloc(32, 8).toString('base64')}`);
    expect(keys?.map(({ id }) => id)).toEqual(['k2', 'k1']);
  });

  it.each([
    '',
    '  ',
    'k1',
    `k1:${good.slice(4)}`,
    `:${good}`,
    `k1:${good}x`,
    `k 1:${good}`,
    `k1:${good},`,
    `k1:${good},k1:${good}`,
  ])('says in one sentence what is wrong with %j, and never repeats a key', (list) => {
    const { keys, problem } = parseOperatorKeys(list);
    expect(keys).toBeNull();
    expect(problem).toMatch(/^CAMPAIGN_ACTIONS_KEYS .*npm run setup/);
    expect(problem).not.toContain(good.slice(0, 20));
  });

  it('derives a different key for each purpose, and always the same', () => {
    const derived = parseOperatorKeys(`k1:${good}`).keys?.[0]?.derived;
    const hex = Object.values(derived ?? {}).map((key) => key.toString('hex'));
    expect(new Set(hex).size).toBe(PURPOSES.length);
    expect(derived).toEqual(parseOperatorKeys(`k1:${good}`).keys?.[0]?.derived);
  });
});
