import { announcer } from './announce';

describe('What a counter says to screen readers', () => {
  const leaving = new AbortController().signal;
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  const page = () => {
    const region = { textContent: '' as string | null };
    const state = { isThere: true };
    const announce = announcer(() => (state.isThere ? (region as Element) : null), leaving);
    return { region, state, announce };
  };

  it('is the newest sentence, now and then, and not for long', () => {
    const { region, announce } = page();
    announce('785 people');
    announce('786 people');
    jest.advanceTimersByTime(24_000);
    expect(region.textContent).toBe('');
    jest.advanceTimersByTime(1000);
    expect(region.textContent).toBe('786 people');
    announce('787 people');
    jest.advanceTimersByTime(8000);
    expect(region.textContent).toBe('');
    jest.advanceTimersByTime(17_000);
    expect(region.textContent).toBe('787 people');
  });

  it('goes on after the counter was hidden for a while', () => {
    const { region, state, announce } = page();
    announce('785 people');
    state.isThere = false;
    jest.advanceTimersByTime(25_000);
    state.isThere = true;
    announce('786 people');
    jest.advanceTimersByTime(1);
    expect(region.textContent).toBe('786 people');
  });
});
