import type { Slice } from '../assemble';

/** Open to all: users-permissions would cost more than the whole answer. */
export const publicCounterRoutes: Slice['routes'] = {
  'counter-reads': {
    type: 'content-api',
    routes: [
      {
        method: 'GET',
        path: '/actions/:id/counter',
        handler: 'counter.findOne',
        config: { auth: false },
      },
      { method: 'GET', path: '/counters', handler: 'counter.find', config: { auth: false } },
    ],
  },
};
