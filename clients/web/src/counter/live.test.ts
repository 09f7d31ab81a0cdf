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
  const follow = (client: CampaignActions, locale = 'en') => {
    const leaving = new AbortController();
    const told: (number | null)[] = [];
    followCounter(
      client,
      '/api',
      locale,
      'petition',
      ({ total }) => told.push(total),
      leaving.signal,
    );
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
    expect(told).toEqual([2, 3, 30, null]);
    leave();
  });
});
