import type { Core } from '@strapi/strapi';

const api: Core.Config.Api = {
  rest: {
    defaultLimit: 25,
    maxLimit: 100,
    withCount: true,
    // A query key that a content route does not know is an error, not a silent way into the query.
    strictParams: true,
  },
  documents: { strictParams: true, strictRelations: true },
};

export default api;
