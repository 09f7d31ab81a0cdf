import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Slice } from '../assemble';
import { registerComponents } from '../components';
import { type Catalogue, createCatalogue } from './catalogue';
import { checkDocuments, watchDocuments } from '../editing/check-documents';
import { offerEditViews } from '../editing/edit-view';
import { slugFromTitle } from '../editing/slug-from-title';
import { defaultConfirmation } from '../organisation/default-confirmation';
import { routesTo } from '../http/routed';
import { ACTION, ACTION_FIELD, COUNTER_LABEL_FIELD, PLUGIN_ID, service } from '../plugin';
import { actionChecks } from './checks';
import { actionComponents } from './components';
import { action } from './content-type';
import { actionController } from './controller';
import { type PageBoard, createPageBoard } from '../publication/board';
import { createPublicationStore } from '../publication/store';
import { copyEveryPolicy, followPublishing } from './follow-publishing';
import { actionDoors } from './doors';
import { actionPage } from './page';
import { actionReads } from './routes';
import { formVersionRoutes } from './form-versions';
import { panelRoutes } from './panel-routes';
import { createRegisterStore } from '../signature/register-store';
import { createSubmissionStore } from '../signature/submission-store';
import { createTables } from './tables';
import { prepareAction } from './prepare';
import { refuseDelete } from './refuse-delete';

const fieldName = (uid: string): string => uid.slice(uid.indexOf('.') + 1);

const catalogue = ({ strapi }: { strapi: Core.Strapi }): Catalogue =>
  createCatalogue(strapi.db.connection, () => createPublicationStore(strapi).pastAddresses(ACTION));

const actionPages = ({ strapi }: { strapi: Core.Strapi }): PageBoard =>
  createPageBoard(strapi, ACTION, actionPage);

/** Waiting and held ones too, each once: their links are in people's mailboxes. */
const signaturesOf = async (strapi: Core.Strapi, action: string): Promise<number> => {
  // A bulk delete runs in a transaction, which holds the one connection that SQLite has.
  return strapi.db.transaction(async ({ trx }: { trx: Knex.Transaction }) => {
    const signed = await createRegisterStore(trx).countOf(action);
    return signed + (await createSubmissionStore(trx).countOf(action));
  });
};

export const actionSlice: Slice = {
  createTables,
  contentTypes: { action: { schema: action.schema } },
  controllers: { action: actionController },
  services: { catalogue, actionPages },
  routes: {
    'action-reads': actionReads,
    action: routesTo('action', actionDoors),
    'action-panel': panelRoutes,
    'form-versions': formVersionRoutes,
  },
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
    watchDocuments(strapi, slugFromTitle(strapi, ACTION));
    const prepare = prepareAction(() => defaultConfirmation(strapi));
    watchDocuments(strapi, checkDocuments(strapi, { uid: ACTION, schema: actionChecks, prepare }));
    watchDocuments(
      strapi,
      refuseDelete(strapi, (action) => signaturesOf(strapi, action)),
    );
    // Ahead of i18n, which carries shared fields to the other locales' rows after a publish.
    followPublishing(strapi);
  },
  async bootstrap({ strapi }) {
    await copyEveryPolicy(strapi);
    service(strapi, 'earlyPath').open(actionDoors(strapi));
  },
};
