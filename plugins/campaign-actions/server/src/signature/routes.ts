import type { Slice } from '../assemble';

/**
 * Without users-permissions on purpose: a box unticked by accident would close the petition, and it
 * costs a query per supporter. The plugin's own guards stand before these.
 */
const open = { auth: false as const };

export const signatureRoutes: Slice['routes'] = {
  signatures: {
    type: 'content-api',
    routes: [
      { method: 'POST', path: '/actions/:id/signatures', handler: 'signatures.sign', config: open },
      { method: 'POST', path: '/signatures/confirm', handler: 'signatures.confirm', config: open },
      {
        method: 'POST',
        path: '/signatures/withdraw',
        handler: 'signatures.withdraw',
        config: open,
      },
      { method: 'POST', path: '/signatures/reject', handler: 'signatures.reject', config: open },
    ],
  },
};
