import type { Core } from '@strapi/strapi';
import { closeGraphql } from './close-graphql';

const host = (plugins: Record<string, unknown>): Core.Strapi =>
  ({ plugins, plugin: (name: string) => plugins[name] }) as unknown as Core.Strapi;

describe('A host with the GraphQL plugin', () => {
  it('is offered none of our types, which would give drafts to everybody (T-25)', () => {
    const disabled: string[] = [];
    const shadowCRUD = (uid: string) => ({ disable: () => disabled.push(uid) });
    closeGraphql(host({ graphql: { service: () => ({ shadowCRUD }) } }));
    expect(disabled.sort()).toEqual([
      'plugin::campaign-actions.action',
      'plugin::campaign-actions.campaign',
      'plugin::campaign-actions.organisation',
      'plugin::campaign-actions.signature',
    ]);
  });

  it('may as well not be there', () => {
    expect(() => closeGraphql(host({}))).not.toThrow();
  });
});
