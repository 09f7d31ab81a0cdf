import { canary } from './canaries';
import type { Mode } from './mode';

const NAMES = { email: `${canary.email}@example.org`, password: canary.other };

/** Doors of the panel, with and without somebody behind them. */
export const MODES_OF_PANEL: Mode[] = [
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
