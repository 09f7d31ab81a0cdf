import { createPlaces } from './stream-places';

const FULL = expect.objectContaining({ code: 'too-many-streams', retryAfter: 30 }) as Error;

describe('The places for who listens (T-55)', () => {
  const line = (nth: number): string => `2001:db8:1:2::${nth}`;

  it('are so many to an address, and to an IPv6 line whatever its addresses', () => {
    const places = createPlaces({ perAddress: 3, perNode: 100 });
    const leave = places.take(line(1));
    places.take(line(2));
    places.take(line(3));
    expect(() => places.take(line(4))).toThrow(FULL);
    places.take('2001:db8:1:3::1');
    places.take('192.0.2.1');
    leave();
    places.take(line(5));
    expect(() => places.take(line(6))).toThrow(FULL);
    expect(places.taken()).toBe(5);
  });

  it('are so many on a node, whoever asks, known or not', () => {
    const places = createPlaces({ perAddress: 3, perNode: 5 });
    for (let nth = 0; nth < 5; nth += 1) places.take(null);
    expect(() => places.take(null)).toThrow(FULL);
    expect(() => places.take('192.0.2.1')).toThrow(FULL);
  });
});
