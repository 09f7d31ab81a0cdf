import type { ContentManagerPlugin, PanelComponent } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { PLUGIN_ID } from '../../server/src/plugin';
import { CounterPanel } from './counter-panel/panel';
import { registerCustomFields } from './custom-fields';
import { CHOICE_INPUT, ChoiceInput } from './in-words/choice-input';
import { editViewInWords } from './in-words/edit-view';
import { listViewInWords } from './in-words/list-view';
import { MailsPanel } from './mails-panel/panel';
import { PublishNotes } from './publish-notes/panel';
import { registerTrads } from './translations';
import { TryPanel } from './try-panel/panel';

const EDIT_VIEW_HOOK = 'Admin/CM/pages/EditView/mutate-edit-view-layout';
const LIST_VIEW_HOOK = 'Admin/CM/pages/ListView/inject-column-in-table';

type ContentManagerApis = ContentManagerPlugin['config']['apis'];

/** Directly below the buttons that save and publish. */
const belowActions = (panels: PanelComponent[]): PanelComponent[] => [
  ...panels.filter(({ type }) => type === 'actions'),
  PublishNotes,
  CounterPanel,
  TryPanel,
  MailsPanel,
  ...panels.filter(({ type }) => type !== 'actions'),
];

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    app.addFields({ type: CHOICE_INPUT, Component: ChoiceInput as ComponentType });
    registerCustomFields(app);
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    app.registerHook(EDIT_VIEW_HOOK, editViewInWords);
    app.registerHook(LIST_VIEW_HOOK, listViewInWords);
    const { addEditViewSidePanel } = app.getPlugin('content-manager').apis as ContentManagerApis;
    addEditViewSidePanel(belowActions);
  },

  registerTrads,
};
