type Place = (() => void) | null;

/** The locks that all pages of a site share, as far as a place needs them. */
const siteLocks = () => {
  const held = new Set<string>();
  return {
    async request(name: string, _options: object, hold: (lock: object | null) => unknown) {
      if (held.has(name)) return hold(null);
      held.add(name);
      await hold({});
      held.delete(name);
    },
  };
};

/** Each page of a site has its own copy of what runs there. */
const openPage = (): { takePlace: () => Promise<Place> } => {
  let page: unknown;
  jest.isolateModules(() => {
    page = jest.requireActual('./place');
  });
  return page as ReturnType<typeof openPage>;
};

const put = (name: string, value: unknown): void => {
  Object.defineProperty(globalThis, name, { value, configurable: true });
};

describe('A place for a stream', () => {
  const navigatorItself = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  beforeEach(() => {
    put('document', {});
    put('navigator', { locks: siteLocks() });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'document');
    Reflect.deleteProperty(globalThis, 'navigator');
    if (navigatorItself) Object.defineProperty(globalThis, 'navigator', navigatorItself);
  });

  it('is there once on a page, again when it was given back', async () => {
    const { takePlace } = openPage();
    const [first, second] = await Promise.all([takePlace(), takePlace()]);
    expect([first, second]).toEqual([expect.any(Function), null]);
    first?.();
    expect(await takePlace()).toEqual(expect.any(Function));
  });

  it('is there twice for all pages of a site', async () => {
    const pages = [openPage(), openPage(), openPage()];
    const [first, second, third] = await Promise.all(pages.map(({ takePlace }) => takePlace()));
    expect([first, second, third]).toEqual([expect.any(Function), expect.any(Function), null]);
    second?.();
    await Promise.resolve();
    expect(await pages[2]?.takePlace()).toEqual(expect.any(Function));
  });

  it.each([
    ['has no locks', {}],
    ['refuses them', { locks: { request: () => Promise.reject(new Error('SecurityError')) } }],
  ])('is there once on each page where a browser %s', async (_case, browser) => {
    put('navigator', browser);
    const [one, other] = [openPage(), openPage()];
    for (const { takePlace } of [one, other]) {
      expect(await takePlace()).toEqual(expect.any(Function));
      expect(await takePlace()).toBeNull();
    }
  });

  it('is always there on a server', async () => {
    Reflect.deleteProperty(globalThis, 'document');
    const { takePlace } = openPage();
    for (const _again of [1, 2, 3]) expect(await takePlace()).toEqual(expect.any(Function));
  });
});
