import { clientAddress } from './client-address';
import { proxyHops, proxyWarning } from './proxy-hops';
import { createWhoAsks } from './who-asks';

const PUBLIC = '198.51.100.9';

describe('T-04: who asks', () => {
  it.each<[string, number, string | undefined, string | undefined, string | null]>([
    ['nobody in front: the connection', 0, PUBLIC, undefined, PUBLIC],
    [
      'nobody in front, and a neighbour of ours: the connection',
      0,
      '10.0.0.2',
      undefined,
      '10.0.0.2',
    ],
    ['nobody in front, and a header all the same: the connection', 0, PUBLIC, '1.1.1.1', PUBLIC],
    ['one proxy: what it saw', 1, '10.0.0.2', '2.2.2.2', '2.2.2.2'],
    ['one proxy, and a forged address before it', 1, '10.0.0.2', '1.1.1.1, 2.2.2.2', '2.2.2.2'],
    ['two proxies: what the outer one saw', 2, '10.0.0.2', '1.1.1.1,2.2.2.2,3.3.3.3', '2.2.2.2'],
    ['fewer addresses than proxies: the first', 3, '10.0.0.2', '1.1.1.1, 2.2.2.2', '1.1.1.1'],
    ['one proxy that adds none: the connection', 1, '10.0.0.2', undefined, '10.0.0.2'],
    ['IPv4 within IPv6: IPv4', 0, '::ffff:198.51.100.9', undefined, PUBLIC],
    ['the same in the header', 1, '10.0.0.2', '::ffff:198.51.100.9', PUBLIC],
    ['IPv6', 1, 'fd00::1', '2001:db8::1', '2001:db8::1'],
    ['a proxy on this machine that nobody counted', 0, '127.0.0.1', '2.2.2.2', null],
    ['one in this house', 0, '192.168.1.1', '2.2.2.2', null],
    ['one by IPv6', 0, '::1', '2.2.2.2', null],
    ['one by IPv4 within IPv6', 0, '::ffff:172.18.0.1', '2.2.2.2', null],
    ['IPv6 from outside, and a header', 0, '2001:db8::9', '2.2.2.2', '2001:db8::9'],
    ['a connection that is gone', 0, undefined, undefined, null],
  ])('%s', (_, hops, peer, forwardedFor, address) => {
    expect(clientAddress(hops, peer, forwardedFor)).toBe(address);
  });
});

describe('T-04: a proxy that nobody counted', () => {
  it('suspends limits for that request alone, and is remembered for ten minutes', () => {
    let now = 0;
    const who = createWhoAsks(0, () => now);
    expect(who.addressOf('127.0.0.1', undefined)).toBe('127.0.0.1');
    expect(who.isProxyUncounted()).toBe(false);
    expect(who.addressOf('127.0.0.1', '2.2.2.2')).toBeNull();
    expect(who.addressOf('127.0.0.1', undefined)).toBe('127.0.0.1');
    now += 599_999;
    expect(who.isProxyUncounted()).toBe(true);
    now += 1;
    expect(who.isProxyUncounted()).toBe(false);
  });

  it('is none where a connection was gone before anybody asked', () => {
    const who = createWhoAsks(0);
    expect(who.addressOf(undefined, '2.2.2.2')).toBeNull();
    expect(who.isProxyUncounted()).toBe(false);
  });
});

describe('T-04: a host that sets its proxies itself', () => {
  it('is warned where Strapi would believe every client', () => {
    expect(proxyWarning({ koa: true, maxIpsCount: 0 })).toContain('PROXY_HOPS');
    expect(proxyWarning({ koa: true, maxIpsCount: 1 })).toBeNull();
    expect(proxyWarning({ koa: false, maxIpsCount: 0 })).toBeNull();
  });

  it('counts none while Koa is told of none', () => {
    expect(proxyHops({ koa: false, maxIpsCount: 2 })).toBe(0);
    expect(proxyHops({ koa: true, maxIpsCount: 2 })).toBe(2);
  });
});
