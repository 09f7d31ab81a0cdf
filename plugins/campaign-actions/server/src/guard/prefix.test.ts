import { prefixesOf } from './prefix';

describe('T-02: an address is counted in the network that one person can hold', () => {
  it('puts ten thousand hosts of one IPv6 /64 into one place', () => {
    const hosts = Array.from({ length: 10_000 }, () =>
      Array.from({ length: 4 }, () => Math.floor(Math.random() * 65_536).toString(16)).join(':'),
    );
    const places = new Set(hosts.map((host) => prefixesOf(`2001:db8:1:2:${host}`).near));
    expect([...places]).toEqual(['20010db800010002/64']);
  });

  it('counts two /64 of one /48 apart and together', () => {
    const [one, other] = [prefixesOf('2001:db8:1:2::1'), prefixesOf('2001:db8:1:3::1')];
    expect(one.near).not.toBe(other.near);
    expect(one.wide).toBe(other.wide);
    expect(one.wide).not.toBe(prefixesOf('2001:db8:2:2::1').wide);
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['203.0.113.7:49152', '203.0.113.7'],
    ['[2001:db8::1]', '20010db800000000/64'],
    ['[2001:db8::1]:443', '20010db800000000/64'],
    ['2001:DB8:0:0::1', '20010db800000000/64'],
  ])('reads %s', (address, near) => expect(prefixesOf(address).near).toBe(near));

  it.each([
    '',
    'unknown',
    '_hidden',
    'fe80::1%eth0',
    '[fe80::1%25eth0]',
    '300.1.1.1',
    '1.2.3',
    '0x7f.0.0.1',
    '017700000001',
    '1.2.3.4, 5.6.7.8',
    'example.org',
    ':::',
    '2001:db8::1::2',
    'x'.repeat(10_000),
    `${'1'.repeat(60)}:1`,
    '\u0000',
  ])('puts what it cannot read into one place: %j', (address) =>
    expect(prefixesOf(address)).toEqual({ near: 'unknown', wide: null }),
  );
});
