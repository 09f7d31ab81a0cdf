import type {
  ActionPage,
  Campaign,
  Confirmed,
  Counter,
  Rejected,
  Supporters,
  Withdrawn,
} from '../contracts';
import { watchCounter } from '../counter/watch';
import type { CampaignActions, ClientOptions } from '../index';
import type { Doors } from './ask';
import { follow } from './links';
import { pathTo, read, readCounters } from './read';
import { sign } from './sign';

interface Data<Of extends object> {
  data: Of;
}

export const createCampaignActions = (options: ClientOptions): CampaignActions => {
  const doors: Doors = {
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    locale: options.locale,
    // Looked up at each call: what instruments `fetch` may come later than we do.
    fetch: options.fetch ?? ((...asked) => fetch(...asked)),
  };
  const dataAt = async <Of extends object>(
    ...where: [path: string, options?: object]
  ): Promise<Of> => (await read<Data<Of>>(doors, ...where)).data;
  return {
    campaign: (id, how) => dataAt<Campaign>(pathTo('campaigns', id), how),
    action: (id, how) => dataAt<ActionPage>(pathTo('actions', id), how),
    counter: (id, how) => dataAt<Counter>(pathTo('actions', id, '/counter'), how),
    counters: (ids, how) => readCounters(doors, ids, how),
    supporters: (id, how) => read<Supporters>(doors, pathTo('actions', id, '/supporters'), how),
    watchCounter: (id, tell, how) => watchCounter(doors, id, tell, how),
    sign: (id, signature, how = {}) => sign(doors, id, signature, how),
    confirm: (token, how = {}) => follow<Confirmed>(doors, 'confirm', token, how),
    withdraw: (token, how = {}) => follow<Withdrawn>(doors, 'withdraw', token, how),
    reject: (token, how = {}) => follow<Rejected>(doors, 'reject', token, how),
  };
};
