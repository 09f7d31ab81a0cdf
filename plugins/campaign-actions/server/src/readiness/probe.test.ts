import type { Unready } from '../../../contracts/ready';
import { createProbing } from './probe';

describe('Whether a server is ready', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is tried no more often than every two seconds, however many ask', async () => {
    const probe = jest.fn(() => Promise.resolve<Unready[]>([]));
    const reasons = createProbing(probe);
    await Promise.all([reasons(), reasons()]);
    await reasons();
    expect(probe).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(2000);
    await reasons();
    expect(probe).toHaveBeenCalledTimes(2);
  });

  it('is denied when the try fails', async () => {
    const reasons = createProbing(() => Promise.reject(new Error('disk full')));
    expect(await reasons()).toEqual(['database']);
  });

  it('is denied after three seconds when the try hangs, and no second one is made', async () => {
    let answer = (_found: Unready[]): void => undefined;
    const probe = jest.fn(() => new Promise<Unready[]>((resolve) => (answer = resolve)));
    const reasons = createProbing(probe);
    for (let asked = 0; asked < 3; asked += 1) {
      const denied = reasons();
      jest.advanceTimersByTime(3000);
      expect(await denied).toEqual(['database']);
    }
    expect(probe).toHaveBeenCalledTimes(1);
    const late = reasons();
    answer([]);
    expect(await late).toEqual([]);
  });
});
