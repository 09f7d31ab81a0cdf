import { type Found, createProbing } from './probe';

const WELL: Found = { reasons: [], mailWaits: false, mailFull: false };
const AWAY: Found = { reasons: ['database'], mailWaits: false, mailFull: false };

describe('Whether a server is ready', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is tried no more often than every two seconds, however many ask', async () => {
    const probe = jest.fn(() => Promise.resolve(WELL));
    const look = createProbing(probe);
    await Promise.all([look(), look()]);
    await look();
    expect(probe).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(2000);
    await look();
    expect(probe).toHaveBeenCalledTimes(2);
  });

  it('is denied when the try fails', async () => {
    const look = createProbing(() => Promise.reject(new Error('disk full')));
    expect(await look()).toEqual(AWAY);
  });

  it('is denied after three seconds when the try hangs, and no second one is made', async () => {
    let answer = (_found: Found): void => undefined;
    const probe = jest.fn(() => new Promise<Found>((resolve) => (answer = resolve)));
    const look = createProbing(probe);
    for (let asked = 0; asked < 3; asked += 1) {
      const denied = look();
      jest.advanceTimersByTime(3000);
      expect(await denied).toEqual(AWAY);
    }
    expect(probe).toHaveBeenCalledTimes(1);
    const late = look();
    answer(WELL);
    expect(await late).toEqual(WELL);
  });
});
