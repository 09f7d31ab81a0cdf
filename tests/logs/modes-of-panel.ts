import { canary } from './canaries';
import type { Mode } from './mode';

const NAMES = { email: `${canary.email}@example.org`, password: canary.other };

const { email } = NAMES;
const CONDITIONS = { words: [canary.message], domains: [`${canary.other}.example`] };

/** Doors of the panel where somebody says whom they mean. */
const ABOUT_SUPPORTERS: Mode[] = [
  {
    name: 'an erasure that nobody may ask for',
    status: 401,
    play: ({ post }) => post('/campaign-actions/erasures', { data: { email, erase: true } }),
  },
  {
    name: 'an erasure of what is no address',
    status: 400,
    play: ({ panel }) => panel('/erasures', { email: canary.email }),
  },
  {
    name: 'an erasure with a key that there is not',
    status: 400,
    play: ({ panel }) => panel('/erasures', { email, [canary.other]: true }),
  },
  {
    name: 'an erasure that finds nobody',
    status: 200,
    play: ({ panel }) => panel('/erasures', { email: `nobody-${email}` }),
  },
  {
    name: 'an export without a reason',
    status: 400,
    play: ({ panel }) => panel('/persons/export', { email }),
  },
  {
    name: 'an export whose reason names somebody',
    status: 400,
    play: ({ panel }) => panel('/persons/export', { email, reason: `For ${email}` }),
  },
  {
    name: 'an invalidation whose reason names somebody',
    status: 400,
    play: ({ panel, counted }) =>
      panel(`/actions/${counted}/invalidations`, {
        summary: `False: ${email}`,
        conditions: CONDITIONS,
      }),
  },
  {
    name: 'an invalidation with a condition that there is not',
    status: 400,
    play: ({ panel, counted }) =>
      panel(`/actions/${counted}/invalidations`, {
        summary: 'Stuffed',
        conditions: { ...CONDITIONS, emails: [email] },
      }),
  },
  {
    name: 'an invalidation that is looked for',
    status: 202,
    play: ({ panel, counted }) =>
      panel(`/actions/${counted}/invalidations`, { summary: 'Stuffed', conditions: CONDITIONS }),
  },
  {
    name: 'letting in for a reason that there is not',
    status: 400,
    play: ({ panel, counted }) => panel(`/actions/${counted}/held/admit`, { because: email }),
  },
];

/** Doors of the panel, with and without somebody behind them. */
export const MODES_OF_PANEL: Mode[] = [
  ...ABOUT_SUPPORTERS,
  {
    name: 'a login that is wrong',
    status: 400,
    play: ({ post }) => post('/admin/login', NAMES),
  },
  {
    name: 'a panel route without a session',
    status: 401,
    play: ({ get, counted }) => get(`/campaign-actions/actions/${counted}/counter`),
  },
  {
    name: 'a panel route with a made-up session',
    status: 401,
    play: ({ get, counted }) =>
      get(`/campaign-actions/actions/${counted}/counter`, {
        Authorization: `Bearer ${canary.authorization}`,
      }),
  },
  {
    name: 'a public door with a made-up API token',
    status: 401,
    play: ({ get }) =>
      get('/api/campaign-actions/actions', { Authorization: `Bearer ${canary.authorization}` }),
  },
];
