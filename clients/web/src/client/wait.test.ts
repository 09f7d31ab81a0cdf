import { unlessEnded } from './wait';

describe('What no signal ends', () => {
  const never = new Promise<never>(() => undefined);

  it('is not waited for once whoever asked has gone', async () => {
    const leaving = new AbortController();
    const waiting = unlessEnded(leaving.signal, never);
    leaving.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
  });

  it('is not waited for by somebody who had gone before', async () => {
    await expect(unlessEnded(AbortSignal.abort(new Error('gone')), never)).rejects.toThrow('gone');
  });
});
