import type { Core } from '@strapi/strapi';
import type { Catalogue } from './action/catalogue';
import type { OffsetService } from './counter';
import type { CounterBoard } from './counter/board';
import type { Streams } from './counter/stream';
import type { History } from './counter/history';
import type { ErasureReplay } from './erasure';
import type { ErasureJournal } from './erasure/journal';
import type { Persons } from './person';
import type { Invalidations } from './invalidation';
import type { OperatorKeys } from './privacy';
import type { DayKeys } from './privacy/day-keys';
import type { KeyWatch } from './privacy/watch';
import type { Vault } from './privacy/vault';
import type { SignatureService } from './signature';
import type { DurableBooks } from './signature/books';
import type { Quarantine } from './signature/quarantine';
import type { Guard } from './guard';
import type { EarlyPath } from './http/early-path';
import type { WhoAsks } from './http/who-asks';
import type { Outbox } from './outbox';
import type { PreviewService } from './preview';
import type { PageBoard } from './publication/board';
import type { Content } from './publication/content';
import type { Readiness } from './readiness';
import type { SupporterService } from './supporters';
import type { Retention } from './retention';

/**
 * Strapi's string ids that the plugin uses: they stand here and nowhere else. Only a component's id
 * stands with the component.
 */
export const PLUGIN_ID = 'campaign-actions';
/** What the ids of everything that the plugin registers begin with; also where its options are. */
export const PLUGIN_UID = `plugin::${PLUGIN_ID}`;

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

/** What guards the plugin's routes in the panel. */
export const PANEL_USER = 'admin::isAuthenticatedAdmin';
export const HAS_PERMISSIONS = 'admin::hasPermissions';
/** The service with which a plugin declares its own permissions. */
export const PANEL_PERMISSIONS = 'admin::permission';

/** Other plugins. */
export const CONTENT_MANAGER = 'content-manager';
export const I18N = 'i18n';

/** The plugin by which an administrator says what visitors may read, and its content types. */
export const USERS_PERMISSIONS = 'users-permissions';
export const PUBLIC_ROLES = 'plugin::users-permissions.role';
export const PUBLIC_PERMISSIONS = 'plugin::users-permissions.permission';

/** The hook that runs when the tables of content types are there. */
export const AFTER_SYNC = 'strapi::content-types.afterSync';

/** What an administrator can allow a role in the panel. */
export const PERMISSIONS = {
  readOverview: 'plugin::campaign-actions.overview.read',
  updateOffset: 'plugin::campaign-actions.offset.update',
  invalidate: 'plugin::campaign-actions.signatures.invalidate',
  authorScripts: 'plugin::campaign-actions.scripts.author',
  readAudit: 'plugin::campaign-actions.audit.read',
  testSignatures: 'plugin::campaign-actions.signatures.test',
  eraseSignatures: 'plugin::campaign-actions.signatures.erase',
  exportSignatures: 'plugin::campaign-actions.signatures.export',
} as const;

/** What an API token needs to name a supporter's address. */
export const SIGN_ON_BEHALF = 'plugin::campaign-actions.signatures.sign-on-behalf';

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

/** What slices offer each other, and `offset`, `signatures` and `previews` also to other plugins and to the host. */
export interface Services {
  earlyPath: EarlyPath;
  whoAsks: WhoAsks;
  operatorKeys: OperatorKeys;
  vault: Vault;
  dayKeys: DayKeys;
  keyWatch: KeyWatch;
  catalogue: Catalogue;
  content: Content;
  campaignPages: PageBoard;
  actionPages: PageBoard;
  previews: PreviewService;
  books: DurableBooks;
  quarantine: Quarantine;
  guard: Guard;
  signatures: SignatureService;
  offset: OffsetService;
  counterBoard: CounterBoard;
  streams: Streams;
  history: History;
  outbox: Outbox;
  erasureJournal: ErasureJournal;
  erasureReplay: ErasureReplay;
  persons: Persons;
  retention: Retention;
  invalidations: Invalidations;
  supporters: SupporterService;
  readiness: Readiness;
}

/** Strapi builds each service at its first use and keeps it; its own look-up has no types. */
export const service = <Name extends keyof Services>(
  strapi: Core.Strapi,
  name: Name,
): Services[Name] => strapi.plugin(PLUGIN_ID).service<Services[Name]>(name);
