import { Problem } from '../http/problems';
import { createPatience } from './patience';

describe('Whoever asks while the database hangs', () => {
  const never = (): Promise<string> => new Promise(() => undefined);

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is told to try again in the end', async () => {
    const patience = createPatience(2, 25_000);
    const told = expect(patience(never)).rejects.toMatchObject({ status: 503, retryAfter: 5 });
    jest.advanceTimersByTime(25_000);
    await told;
  });

  it('is told so at once when too many wait, and not any more when they are gone', async () => {
    const patience = createPatience(1, 25_000);
    const told = expect(patience(never)).rejects.toThrow(Problem);
    await expect(patience(() => Promise.resolve('taken'))).rejects.toThrow(Problem);
    jest.advanceTimersByTime(25_000);
    await told;
    await expect(patience(() => Promise.resolve('taken'))).resolves.toBe('taken');
  });

  it('learns what went wrong when something does', async () => {
    const patience = createPatience(1, 25_000);
    const closed = new Problem('closed');
    await expect(patience(() => Promise.reject(closed))).rejects.toBe(closed);
  });
});
