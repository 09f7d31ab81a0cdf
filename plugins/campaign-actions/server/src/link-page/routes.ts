import type { Slice } from '../assemble';

/** Open to all: whoever got the mail has no account. */
export const linkPageRoutes: Slice['routes'] = {
  'link-page': {
    type: 'content-api',
    routes: [
      { method: 'GET', path: '/confirm', handler: 'link-page.show', config: { auth: false } },
    ],
  },
};
