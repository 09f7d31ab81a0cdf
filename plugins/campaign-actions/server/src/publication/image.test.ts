import { imageShape, logoShape } from './image';

const file = {
  id: 7,
  hash: 'secret',
  url: '/uploads/grozny.jpg',
  width: 1600,
  height: 900,
  alternativeText: 'A street in Grozny',
  formats: { small: { url: '/uploads/small_grozny.jpg', width: 500, height: 281, size: 21 } },
};

describe('imageShape', () => {
  it('gives whole addresses, and nothing but what an img element needs', () => {
    expect(imageShape(file, 'https://act.example.org')).toEqual({
      url: 'https://act.example.org/uploads/grozny.jpg',
      alt: 'A street in Grozny',
      width: 1600,
      height: 900,
      formats: {
        small: {
          url: 'https://act.example.org/uploads/small_grozny.jpg',
          width: 500,
          height: 281,
        },
      },
    });
  });

  it('leaves the address of a file kept elsewhere alone', () => {
    const kept = imageShape({ url: 'https://cdn.example.org/a.svg' }, 'https://act.example.org');
    expect(kept).toEqual({
      url: 'https://cdn.example.org/a.svg',
      alt: null,
      width: null,
      height: null,
      formats: {},
    });
  });

  it('prefers the text written for the place where the image stands', () => {
    expect(imageShape(file, '', 'Protest')?.alt).toBe('Protest');
    expect(imageShape(file, '', '')?.alt).toBe('A street in Grozny');
  });

  it('is null without a file', () => {
    expect(imageShape(null, '')).toBeNull();
    expect(logoShape(undefined, '')).toBeNull();
  });
});
