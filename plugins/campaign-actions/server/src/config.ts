import type { Core } from '@strapi/strapi';
import type { env as strapiEnv } from '@strapi/utils';
import type { LimitOptions } from './guard/limits';
import type { MailCaps } from './mail/admit';
import { LARGE_PROVIDERS } from './mail/large-providers';
import { optionRules } from './option-rules';
import { PLUGIN_UID } from './plugin';
import type { Spellings } from './privacy/canonical-email';

/** The plugin's options, as `config/plugins.ts` may set them; each has its environment variable. */
export interface Options {
  /**
   * `k2:BASE64,k1:BASE64`, 32 bytes each. The first makes new links and is for actions that nobody
   * has signed yet; each action stays under the one it was first signed under, so none may be taken
   * away while rows need it. CAMPAIGN_ACTIONS_KEYS
   */
  keys: string;
  /**
   * Further tables of spellings that name one mailbox, the newest last; see docs/keys.md.
   * CAMPAIGN_ACTIONS_SPELLINGS, as JSON
   */
  spellings: Spellings[];
  /** Base of links in mail and of media, without a trailing slash. PUBLIC_URL */
  publicUrl: string;
  /**
   * The website's page that shows drafts, where no organisation says so itself; it may hold `{slug}`,
   * `{locale}`, `{documentId}` and `{type}` (docs/try-it.md). PREVIEW_URL
   */
  previewUrl: string;
  /** Where mail goes; empty: every mail is written as a file under `mailDir`. SMTP_URL */
  smtpUrl: string;
  /** Folder of the `.eml` files when there is no `smtpUrl`; empty: `.tmp/mail`. MAIL_DIR */
  mailDir: string;
  /** Sender address of all mail. MAIL_FROM */
  mailFrom: string;
  /** Origins that may call the public API from a browser; empty: any, never with credentials. */
  corsOrigins: string[];
  /**
   * Whether the hot doors are answered ahead of the host's own middlewares (docs/early-path.md).
   * CAMPAIGN_ACTIONS_EARLY_PATH, `on` or `off`
   */
  earlyPath: boolean;
  /**
   * How many months after an action has closed personal data are erased, where the action does not
   * say itself. CAMPAIGN_ACTIONS_RETENTION_MONTHS
   */
  retentionMonths: number;
  /**
   * The file outside the database that names what was withdrawn, rejected and erased, for the day
   * when a backup is restored. ERASURE_JOURNAL
   */
  erasureJournal: string;
  /** Bounds of a counter's offset, in people. */
  offset: { min: number; max: number };
  /**
   * How many live counters may be listened to at once.
   * CAMPAIGN_ACTIONS_STREAMS_PER_ADDRESS, CAMPAIGN_ACTIONS_STREAMS_PER_NODE
   */
  streams: { perAddress: number; perNode: number };
  /**
   * How many signatures are taken from where (docs/limits.md). `allow` and `block`, networks as
   * `203.0.113.0/24`: CAMPAIGN_ACTIONS_ALLOW, CAMPAIGN_ACTIONS_BLOCK
   */
  limits: LimitOptions & { allow: string[]; block: string[] };
  /** Whether a challenge is ever asked for. CAMPAIGN_ACTIONS_PROOF_OF_WORK, `on` or `off` */
  proofOfWork: boolean;
  /** Redis or Valkey, where several servers count their limits together; empty: each for itself. REDIS_URL */
  redisUrl: string;
  /**
   * Where scripts of campaign pages may come from besides the site itself, as
   * `https://cdn.example.net`. CAMPAIGN_ACTIONS_SCRIPT_ORIGINS, separated by commas
   */
  scriptOrigins: string[];
  /** Whether limits hold; off for load tests alone. CAMPAIGN_ACTIONS_RATE_LIMIT, `on` or `off` */
  rateLimit: boolean;
  /**
   * How much mail leaves (docs/mail.md). CAMPAIGN_ACTIONS_MAILS_PER_MINUTE, 0 for as many as the mail
   * server takes; CAMPAIGN_ACTIONS_LARGE_MAIL_PROVIDERS adds domains to the list that is shipped.
   */
  mailCaps: MailCaps;
}

export const DEFAULT_MAIL_DIR = '.tmp/mail';
export const DEFAULT_MAIL_FROM = 'campaigns@example.org';

type Env = typeof strapiEnv;

const defaults = ({ env }: { env: Env }): Options => ({
  keys: env('CAMPAIGN_ACTIONS_KEYS', ''),
  spellings: env.json('CAMPAIGN_ACTIONS_SPELLINGS', []),
  publicUrl: env('PUBLIC_URL', `http://localhost:${env('PORT', '1337')}`).replace(
    /(?<!\/)\/+$/,
    '',
  ),
  previewUrl: env('PREVIEW_URL', ''),
  smtpUrl: env('SMTP_URL', ''),
  mailDir: env('MAIL_DIR', ''),
  mailFrom: env('MAIL_FROM', DEFAULT_MAIL_FROM),
  corsOrigins: env.array('CAMPAIGN_ACTIONS_CORS_ORIGINS', []),
  earlyPath: env('CAMPAIGN_ACTIONS_EARLY_PATH', 'on') !== 'off',
  retentionMonths: env.int('CAMPAIGN_ACTIONS_RETENTION_MONTHS', 6),
  erasureJournal: env('ERASURE_JOURNAL', '.tmp/erasures.log'),
  offset: { min: 0, max: 100_000_000 },
  streams: {
    perAddress: env.int('CAMPAIGN_ACTIONS_STREAMS_PER_ADDRESS', 5),
    perNode: env.int('CAMPAIGN_ACTIONS_STREAMS_PER_NODE', 12_000),
  },
  limits: {
    softPerMinute: 10,
    softPerHour: 60,
    hardPerHour: 600,
    widePerHour: 3000,
    globalPerMinute: 6000,
    allow: env.array('CAMPAIGN_ACTIONS_ALLOW', []),
    block: env.array('CAMPAIGN_ACTIONS_BLOCK', []),
  },
  proofOfWork: env('CAMPAIGN_ACTIONS_PROOF_OF_WORK', 'on') !== 'off',
  redisUrl: env('REDIS_URL', ''),
  scriptOrigins: env.array('CAMPAIGN_ACTIONS_SCRIPT_ORIGINS', []),
  rateLimit: env('CAMPAIGN_ACTIONS_RATE_LIMIT', 'on') !== 'off',
  mailCaps: {
    perMinute: env.int('CAMPAIGN_ACTIONS_MAILS_PER_MINUTE', 3000),
    perDomainAndHour: 200,
    perAddressAndAction: 3,
    perAddress: 10,
    largeProviders: [
      ...LARGE_PROVIDERS,
      ...env.array('CAMPAIGN_ACTIONS_LARGE_MAIL_PROVIDERS', []).map((name) => name.toLowerCase()),
    ],
  },
});

export const config = {
  default: (context: { env: Env }): Record<string, unknown> => ({ ...defaults(context) }),
  /** @throws ValidationError that names the option; Strapi then stops the boot. */
  validator(options: Record<string, unknown>): void {
    optionRules.validateSync(options, { abortEarly: false });
  },
};

/** The options in force in this host. */
export const options = (strapi: Core.Strapi): Options => strapi.config.get<Options>(PLUGIN_UID);
