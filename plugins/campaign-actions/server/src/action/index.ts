import type { Core } from '@strapi/strapi';
import type { Slice } from '../assemble';
import { registerComponents } from '../components';
import { ACTION_FIELD, COUNTER_LABEL_FIELD, PLUGIN_ID } from '../plugin';
import { type Catalogue, createCatalogue } from './catalogue';
import { call } from './components/call';
import { callNumber } from './components/call-number';
import { consent } from './components/consent';
import { externalId } from './components/external-id';
import { form } from './components/form';
import { formField } from './components/form-field';
import { letter } from './components/letter';
import { target } from './components/target';
import { thanks } from './components/thanks';
import { action } from './content-type';
import { copyEveryPolicy, followPublishing } from './follow-publishing';
import { panelRoutes } from './panel-routes';
import { createTables } from './tables';

const components = [target, form, formField, consent, letter, call, callNumber, thanks, externalId];

const fieldName = (uid: string): string => uid.slice(uid.indexOf('.') + 1);

const catalogue = ({ strapi }: { strapi: Core.Strapi }): Catalogue =>
  createCatalogue(strapi.db.connection);

export const actionSlice: Slice = {
  createTables,
  contentTypes: { action: { schema: action.schema } },
  services: { catalogue },
  routes: { 'action-panel': panelRoutes },
  register({ strapi }) {
    strapi.customFields.register([
      {
        name: fieldName(ACTION_FIELD),
        plugin: PLUGIN_ID,
        type: 'string',
        inputSize: { default: 6, isResizable: true },
      },
      {
        name: fieldName(COUNTER_LABEL_FIELD),
        plugin: PLUGIN_ID,
        type: 'text',
        inputSize: { default: 12, isResizable: true },
      },
    ]);
    registerComponents(strapi, components);
  },
  async bootstrap({ strapi }) {
    followPublishing(strapi);
    await copyEveryPolicy(strapi);
  },
};
