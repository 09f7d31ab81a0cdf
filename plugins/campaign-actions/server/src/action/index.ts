import type { Slice } from '../assemble';
import { registerComponents } from '../components';
import { checkDocuments, watchDocuments } from '../editing/check-documents';
import { offerEditViews } from '../editing/edit-view';
import { defaultConfirmation } from '../organisation/default-confirmation';
import { ACTION, ACTION_FIELD, COUNTER_LABEL_FIELD, PLUGIN_ID } from '../plugin';
import { actionChecks } from './checks';
import { actionComponents } from './components';
import { action } from './content-type';
import { prepareAction } from './prepare';

const fieldName = (uid: string): string => uid.slice(uid.indexOf('.') + 1);

export const actionSlice: Slice = {
  contentTypes: { action: { schema: action.schema } },
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
    registerComponents(strapi, actionComponents);
    offerEditViews(strapi, [action, ...actionComponents]);
    const prepare = prepareAction(() => defaultConfirmation(strapi));
    watchDocuments(strapi, checkDocuments(strapi, { uid: ACTION, schema: actionChecks, prepare }));
  },
};
