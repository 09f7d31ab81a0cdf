import type { Core } from '@strapi/strapi';
import { actionComponents } from './action/components';
import { action } from './action/content-type';
import { campaignComponents } from './campaign/components';
import { registerComponents } from './components';

/** GraphQL stops the boot over any other name, and it names every component of the host. */
const GRAPHQL_NAME = /^[A-Za-z]\w*$/;

describe('The names of our types and components', () => {
  it('are ones that the host’s GraphQL takes, and nobody else’s', () => {
    const registry = new Map<string, { globalId: string }>();
    const strapi = { get: () => registry } as unknown as Core.Strapi;
    registerComponents(strapi, [...actionComponents, ...campaignComponents]);
    expect(registry.get('campaign-actions.form-field')?.globalId).toBe(
      'ComponentCampaignActionsFormField',
    );
    for (const { globalId } of registry.values()) expect(globalId).toMatch(GRAPHQL_NAME);
    expect(action.schema.globalId).toBe('CampaignActionsAction');
  });
});
