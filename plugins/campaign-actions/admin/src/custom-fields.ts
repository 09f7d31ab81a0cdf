import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { ACTION_FIELD, COUNTER_LABEL_FIELD, PLUGIN_ID } from '../../server/src/plugin';
import type { FieldProps } from './field-props';
import { PluginIcon } from './plugin-icon';
import { messageId } from './say';

/** Strapi types the input of a custom field as a component without props. */
const input = async (module: Promise<{ default: ComponentType<FieldProps> }>) => ({
  default: (await module).default as ComponentType,
});

const nameOf = (uid: string): string => uid.slice(uid.indexOf('.') + 1);

export const registerCustomFields = (app: StrapiApp): void => {
  app.customFields.register([
    {
      name: nameOf(ACTION_FIELD),
      pluginId: PLUGIN_ID,
      type: 'string',
      icon: PluginIcon,
      intlLabel: { id: messageId('action-field.name') },
      intlDescription: { id: messageId('action-field.description') },
      components: { Input: () => input(import('./action-field/input')) },
    },
    {
      name: nameOf(COUNTER_LABEL_FIELD),
      pluginId: PLUGIN_ID,
      type: 'text',
      icon: PluginIcon,
      intlLabel: { id: messageId('counter-label.name') },
      intlDescription: { id: messageId('counter-label.description') },
      components: { Input: () => input(import('./counter-label-field/input')) },
    },
  ]);
};
