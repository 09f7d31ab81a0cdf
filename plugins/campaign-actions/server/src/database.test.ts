import type { Core } from '@strapi/strapi';
import { surviveLostConnections } from './database';

describe('A new connection', () => {
  const strapiWith = (initialize: () => Promise<void>) =>
    ({ db: { dialect: { initialize } } }) as unknown as Core.Strapi;

  it('that is lost while Strapi prepares it is marked for the pool to throw away', async () => {
    const lost = new Error('Connection terminated unexpectedly');
    const strapi = strapiWith(() => Promise.reject(lost));
    surviveLostConnections(strapi);
    const connection = {};
    await strapi.db.dialect.initialize(connection);
    expect(connection).toEqual({ __knex__disposed: lost });
  });

  it('that is prepared is left alone', async () => {
    const strapi = strapiWith(() => Promise.resolve());
    surviveLostConnections(strapi);
    const connection = {};
    await strapi.db.dialect.initialize(connection);
    expect(connection).toEqual({});
  });
});
