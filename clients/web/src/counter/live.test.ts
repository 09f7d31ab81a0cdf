import type { CampaignActions, Counter, WatchOptions } from '../index';
import { followCounter, tellCounter } from './live';

const counter = (revision: number | null, total = revision): Counter => ({
  action: 'petition',
  total,
  signatures: total,
  offset: 0,
  goal: null,
  remaining: null,
  progress: null,
  label: total === null ? null : `${total} people`,
  state: 'open',
  revision,
});

/** A client whose counter moves when the test says so. */
const moving = () => {
  const watched: { tell: (counter: Counter) => void; ended: boolean; options?: WatchOptions }[] =
    [];
  const client = {
    watchCounter(_id: string, tell: (counter: Counter) => void, options?: WatchOptions) {
      const watch = { tell, ended: false, options };
      watched.push(watch);
      return () => void (watch.ended = true);
    },
  } as unknown as CampaignActions;
  return { client, watched };
};

describe('Elements that show the same counter', () => {
  const follow = (client: CampaignActions, locale = 'en', action = 'petition') => {
    const leaving = new AbortController();
    const told: (number | null)[] = [];
    followCounter(client, '/api', locale, action, ({ total }) => told.push(total), leaving.signal);
    return { told, leave: () => leaving.abort() };
  };

  it('share one stream, until the last of them goes', () => {
    const { client, watched } = moving();
    const [first, second] = [follow(client), follow(client)];
    expect(watched).toHaveLength(1);
    watched[0]?.tell(counter(785));
    expect([first.told, second.told]).toEqual([[785], [785]]);
    first.leave();
    expect(watched[0]?.ended).toBe(false);
    second.leave();
    expect(watched[0]?.ended).toBe(true);
  });

  it('are told at once what is known, and each language by its own', () => {
    const { client, watched } = moving();
    const first = follow(client);
    watched[0]?.tell(counter(785));
    const late = follow(client);
    const french = follow(client, 'fr');
    expect([late.told, french.told]).toEqual([[785], []]);
    expect(watched.map(({ options }) => options?.locale)).toEqual(['en', 'fr']);
    for (const { leave } of [first, late, french]) leave();
  });

  it('never go back to an older number, wherever it came from', () => {
    const { client, watched } = moving();
    const { told, leave } = follow(client);
    watched[0]?.tell(counter(2));
    tellCounter('/api', 'en', counter(3));
    watched[0]?.tell(counter(2));
    watched[0]?.tell(counter(3, 30));
    expect(told).toEqual([2, 3, 30]);
    watched[0]?.tell(counter(null));
    watched[0]?.tell(counter(2));
    expect(told).toEqual([2, 3, 30, null]);
    leave();
  });

  it('are told what came with an answer also where they name the action by its slug, or its language otherwise', () => {
    const { client, watched } = moving();
    const [slug, canadian, french] = [
      follow(client, 'en', 'stop-it'),
      follow(client, 'en-CA'),
      follow(client, 'fr', 'arretez'),
    ];
    for (const { tell } of watched) tell(counter(1));
    tellCounter('/api', 'en', counter(2));
    expect([slug.told, canadian.told, french.told]).toEqual([[1, 2], [1, 2], [1]]);
    for (const { leave } of [slug, canadian, french]) leave();
  });

  it('are told also when another one fails', () => {
    const { client, watched } = moving();
    const leaving = new AbortController();
    const failing = (): void => {
      throw new Error('broken');
    };
    followCounter(client, '/api', 'en', 'petition', failing, leaving.signal);
    const { told, leave } = follow(client);
    const noticed = jest.spyOn(globalThis, 'queueMicrotask').mockReturnValue(undefined);
    watched[0]?.tell(counter(1));
    watched[0]?.tell(counter(2));
    expect(told).toEqual([1, 2]);
    expect(noticed.mock.calls[0]?.[0]).toThrow('broken');
    noticed.mockRestore();
    leaving.abort();
    leave();
  });
});
