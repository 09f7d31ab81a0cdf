import type { Core } from '@strapi/strapi';
import type { Catalogue } from './action/catalogue';
import type { OffsetService } from './counter';
import type { CounterBoard } from './counter/board';
import type { History } from './counter/history';
import type { Vault } from './privacy/vault';
import type { SignatureService } from './signature';
import type { DurableBooks } from './signature/books';
import type { EarlyPath } from './http/early-path';
import type { Outbox } from './outbox';

/**
 * Strapi's string ids of this plugin: they stand here and nowhere else.
 */
export const PLUGIN_ID = 'campaign-actions';

/** Content types. `signature` holds public signatures only; the register is no content type. */
export const ORGANISATION = 'plugin::campaign-actions.organisation';
export const CAMPAIGN = 'plugin::campaign-actions.campaign';
export const ACTION = 'plugin::campaign-actions.action';
export const PUBLIC_SIGNATURE = 'plugin::campaign-actions.signature';

/** The custom field that names an action by its documentId. */
export const ACTION_FIELD = 'plugin::campaign-actions.action';
/** The custom field of the counter's label: two plain boxes, one ICU message. */
export const COUNTER_LABEL_FIELD = 'plugin::campaign-actions.counter-label';

/** The content-manager's own permissions, each for one content type. */
export const READ_CONTENT = 'plugin::content-manager.explorer.read';
export const PUBLISH_CONTENT = 'plugin::content-manager.explorer.publish';

/** What an administrator can allow a role in the panel. */
export const PERMISSIONS = {
  readOverview: 'plugin::campaign-actions.overview.read',
  updateOffset: 'plugin::campaign-actions.offset.update',
} as const;

/** What anybody may read, until an administrator takes it away. */
export const READS = [
  'plugin::campaign-actions.organisation.find',
  'plugin::campaign-actions.campaign.find',
  'plugin::campaign-actions.campaign.findOne',
  'plugin::campaign-actions.action.find',
  'plugin::campaign-actions.action.findOne',
] as const;

/** The first segment of every public path behind the host's REST prefix. */
export const API_PATH = PLUGIN_ID;

/** What slices offer each other, and `offset` and `signatures` also to other plugins. */
export interface Services {
  earlyPath: EarlyPath;
  vault: Vault;
  catalogue: Catalogue;
  books: DurableBooks;
  signatures: SignatureService;
  offset: OffsetService;
  counterBoard: CounterBoard;
  history: History;
  outbox: Outbox;
}

/** Strapi builds each service at its first use and keeps it; its own look-up has no types. */
export const service = <Name extends keyof Services>(
  strapi: Core.Strapi,
  name: Name,
): Services[Name] => strapi.plugin(PLUGIN_ID).service<Services[Name]>(name);
