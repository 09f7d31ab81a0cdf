import { randomBytes } from 'node:crypto';
import { CannotOpen, open, seal, versionOf } from './seal';

const key = Buffer.alloc(32, 7);
const context = { rowId: Buffer.alloc(16, 1), action: 'action-one' };

/** Made once and never to change: rows sealed by any version of the code stay readable. */
const FROZEN =
  'AQAAAAE8nUuktksSj2BbiDGSG9ca2lLeRTkIpeoQmxnBgDkXsE1th5wEL9t/+xb0Wxre3nb1cQsnolsmkjRbDTK6e1ZAAPZfVhgRP+CLdQpDW6suvpaiEirRIyOvm7oFJz20GgBM5h2iQJqIMAEqgEj/trQy2bew0fnUrFMp6eVNlXeHsj+wWxkVJCdAzXJ9liqloe6hZuGzqM97t588Gv410WQaH13HGY/1DuLshMMmZFOS2za9CZKWK4egJ0+GOEZ3vbOj93MfjHaxMPAK02C1ygIhPL80KEsUz9vj1gWwnEDHhiiK+rvwErgfX5KjGGPeQZGNNvPmcmgIyfFYi+5BlUjGDBYHuJby+el4BGRMU/XOKyrDu7BeI18V7y2k6A==';

describe('A sealed row', () => {
  it('opens as it was, whatever it holds', () => {
    for (let i = 0; i < 2000; i += 1) {
      const rowId = randomBytes(16);
      const person = {
        email: `p${i}@example.org`,
        message: 'é'.repeat(i % 700),
        answers: { n: i },
      };
      const sealed = seal(key, 1, { rowId, action: 'a' }, person);
      expect(open(key, { rowId, action: 'a' }, sealed)).toEqual(person);
    }
  });

  it('opens a frozen vector of the first format', () => {
    expect(open(key, context, Buffer.from(FROZEN, 'base64'))).toEqual({
      email: 'zoe@example.org',
      message: 'Stop the violence.',
    });
  });

  it('tells its length only in steps of 256 bytes', () => {
    const lengths = ['', 'a', 'a'.repeat(100), 'a'.repeat(200)].map(
      (message) => seal(key, 1, context, { message }).length,
    );
    expect(new Set(lengths).size).toBe(1);
    expect(seal(key, 1, context, { message: 'a'.repeat(300) }).length).toBe(
      (lengths[0] ?? 0) + 256,
    );
  });

  it('cannot be moved to another row or another action, nor opened with another key', () => {
    const sealed = seal(key, 1, context, { email: 'zoe@example.org' });
    expect(() => open(key, { ...context, rowId: Buffer.alloc(16, 2) }, sealed)).toThrow(CannotOpen);
    expect(() => open(key, { ...context, action: 'action-two' }, sealed)).toThrow(CannotOpen);
    expect(() => open(Buffer.alloc(32, 8), context, sealed)).toThrow(CannotOpen);
  });

  it('does not open after any single bit was flipped', () => {
    const sealed = seal(key, 1, context, { message: 'a'.repeat(1200) });
    expect(sealed.length * 8).toBeGreaterThan(10_000);
    const opens = (altered: Buffer): boolean => {
      try {
        open(key, context, altered);
        return true;
      } catch {
        return false;
      }
    };
    expect(opens(sealed)).toBe(true);
    const opened: number[] = [];
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (opens(flipped)) opened.push(bit);
    }
    expect(opened).toEqual([]);
  });

  it('never uses an initialisation vector twice', () => {
    const vectors = new Set<string>();
    for (let i = 0; i < 20_000; i += 1)
      vectors.add(seal(key, 1, context, {}).subarray(5, 17).toString('hex'));
    expect(vectors.size).toBe(20_000);
  });

  it('names the version of the data key that opens it', () => {
    expect(versionOf(seal(key, 77, context, {}))).toBe(77);
    expect(() => versionOf(Buffer.from('not sealed'))).toThrow(CannotOpen);
  });
});
