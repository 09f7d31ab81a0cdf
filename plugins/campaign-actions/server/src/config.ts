import type { Core } from '@strapi/strapi';
import { type env as strapiEnv, yup } from '@strapi/utils';
import { isSafeAddress } from './editing/link';
import type { LimitOptions } from './guard/limits';
import { readNetwork } from './guard/lists';
import type { MailCaps } from './mail/admit';
import { LARGE_PROVIDERS } from './mail/large-providers';
import { PLUGIN_UID } from './plugin';
import { FIRST_OWN_TABLE, type Spellings } from './privacy/canonical-email';
import { parseOperatorKeys } from './privacy/operator-keys';

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
   * How many signatures are taken from where (docs/limits.md). `allow` and `block`, networks as `203.0.113.0/24`: CAMPAIGN_ACTIONS_ALLOW, CAMPAIGN_ACTIONS_BLOCK
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

/** A network that cannot be read would be neither allowed nor blocked, and nobody would know. */
const networks = (variable: string) =>
  yup
    .array(
      yup
        .string()
        .required()
        .test(
          'network',
          `${variable} must list addresses or networks such as 203.0.113.0/24, separated by commas.`,
          (value) => readNetwork(value ?? '') !== null,
        ),
    )
    .required();

const atLeastOne = yup.number().integer().min(1).required();

const schema = yup
  .object({
    keys: yup.string().test('operator-keys', function operatorKeys(value) {
      const problem = parseOperatorKeys(value ?? '').problem;
      return problem === null || this.createError({ message: problem });
    }),
    spellings: yup
      .array(
        yup
          .object({
            version: yup
              .number()
              .integer()
              .min(
                FIRST_OWN_TABLE,
                'A table of spellings of your own has a version from ${min} on.',
              )
              .required(),
            aliases: yup.object().required(),
            dotless: yup.array(yup.string().required()).required(),
          })
          .noUnknown(
            true,
            'A table of spellings has version, aliases and dotless, and not ${unknown}.',
          ),
      )
      .required(),
    publicUrl: yup
      .string()
      .matches(
        /^https?:\/\/[^\s/]+/,
        'PUBLIC_URL must begin with http:// or https://, for example https://act.example.org.',
      )
      .required(),
    previewUrl: yup
      .string()
      .test(
        'preview',
        'PREVIEW_URL must be a whole address such as https://act.example.org/{locale}/{slug}, or be empty; http only for localhost.',
        (value) => !value || isSafeAddress(value),
      ),
    smtpUrl: yup
      .string()
      .test(
        'smtp',
        'SMTP_URL must begin with smtp:// or smtps://, or be empty.',
        (value) => !value || /^smtps?:\/\//.test(value),
      ),
    mailDir: yup.string(),
    mailFrom: yup.string().email('MAIL_FROM must be one e-mail address.').required(),
    corsOrigins: yup.array(yup.string().required()).required(),
    earlyPath: yup.boolean().required(),
    retentionMonths: yup.number().integer().min(1).max(120).required(),
    erasureJournal: yup.string().required(),
    offset: yup
      .object({ min: yup.number().integer().required(), max: yup.number().integer().required() })
      .required(),
    streams: yup
      .object({
        perAddress: yup.number().integer().min(1).required(),
        perNode: yup.number().integer().min(0).required(),
      })
      .required(),
    limits: yup
      .object({
        softPerMinute: atLeastOne,
        softPerHour: atLeastOne,
        hardPerHour: atLeastOne,
        widePerHour: atLeastOne,
        globalPerMinute: atLeastOne,
        allow: networks('CAMPAIGN_ACTIONS_ALLOW'),
        block: networks('CAMPAIGN_ACTIONS_BLOCK'),
      })
      .required(),
    proofOfWork: yup.boolean().required(),
    redisUrl: yup
      .string()
      .test(
        'redis',
        'REDIS_URL must begin with redis:// or rediss://, or be empty.',
        (value) => !value || /^rediss?:\/\//.test(value),
      ),
    scriptOrigins: yup
      .array(
        yup
          .string()
          .required()
          .matches(
            /^(?:https:\/\/[a-z0-9.-]{1,253}|http:\/\/localhost)(?::\d{1,5})?$/,
            'CAMPAIGN_ACTIONS_SCRIPT_ORIGINS must list origins such as https://cdn.example.net, separated by commas.',
          ),
      )
      .required(),
    rateLimit: yup.boolean().required(),
    mailCaps: yup
      .object({
        perMinute: yup.number().integer().min(0).required(),
        perDomainAndHour: yup.number().integer().min(1).required(),
        perAddressAndAction: yup.number().integer().min(1).required(),
        perAddress: yup.number().integer().min(1).required(),
        largeProviders: yup.array(yup.string().required()).required(),
      })
      .required(),
  })
  .noUnknown(true, 'Unknown option: ${unknown}.')
  .strict();

export const config = {
  default: (context: { env: Env }): Record<string, unknown> => ({ ...defaults(context) }),
  /** @throws ValidationError that names the option; Strapi then stops the boot. */
  validator(options: Record<string, unknown>): void {
    schema.validateSync(options, { abortEarly: false });
  },
};

/** The options in force in this host. */
export const options = (strapi: Core.Strapi): Options => strapi.config.get<Options>(PLUGIN_UID);
