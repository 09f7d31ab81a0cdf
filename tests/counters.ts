import type { App } from './app';
import { API, type Counted } from './signatures';

/** The counters of actions, as a front end reads them. */
export const counters = (app: App) => {
  const read = async (action: string, query = ''): Promise<Counted> => {
    const { status, body } = await app.get<{ data: Counted }>(
      `${API}/actions/${action}/counter${query}`,
    );
    expect(status).toBe(200);
    return body.data;
  };
  /** Asks until a change is seen, which takes a second at most. */
  const becomes = async (action: string, total: number): Promise<Counted> => {
    const patience = Date.now() + 5000;
    let seen = await read(action);
    while (seen.total !== total && Date.now() < patience) seen = await read(action);
    expect(seen.total).toBe(total);
    return seen;
  };
  return { read, becomes };
};
