import { imageHtml } from './html';

const image = {
  alt: 'A "candle"',
  url: 'https://example.org/a candle.jpg',
  width: 1600,
  height: 900,
  formats: {
    large: { url: 'https://example.org/large,1.jpg', width: 1000, height: 563 },
    small: { url: 'https://example.org/small.jpg', width: 500, height: 281 },
  },
};
const shown = (given: Parameters<typeof imageHtml>[1]) =>
  imageHtml(image, given).text.replace(/\s+/g, ' ');

describe('An image', () => {
  it('is offered in all its sizes, the smallest first, and keeps its place free', () => {
    expect(shown({ sizes: '50vw' })).toBe(
      '<img src="https://example.org/a candle.jpg" ' +
        'srcset="https://example.org/small.jpg 500w, https://example.org/large%2C1.jpg 1000w, https://example.org/a%20candle.jpg 1600w" ' +
        'sizes="50vw" width="1600" height="900" alt="A &quot;candle&quot;" loading="lazy" decoding="async" />',
    );
  });

  it('comes first where it is seen first', () => {
    expect(shown({ sizes: '100vw', isFirst: true })).toContain(
      'loading="eager" fetchpriority="high"',
    );
  });

  it('is left out where its address is none', () => {
    expect(imageHtml({ ...image, url: 'javascript:x' }, { sizes: '1px' }).text).toBe('');
  });
});
