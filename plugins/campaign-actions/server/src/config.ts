import type { Core } from '@strapi/strapi';
import { type env as strapiEnv, yup } from '@strapi/utils';
import { PLUGIN_UID } from './plugin';
import { parseOperatorKeys } from './privacy/operator-keys';

/** The plugin's options, as `config/plugins.ts` may set them; each has its environment variable. */
export interface Options {
  /**
   * `k2:BASE64,k1:BASE64`, 32 bytes each. The first makes new links and is for actions that nobody
   * has signed yet; each action stays under the one it was first signed under, so none may be taken
   * away while rows need it. CAMPAIGN_ACTIONS_KEYS
   */
  keys: string;
  /** Base of links in mail and of media, without a trailing slash. PUBLIC_URL */
  publicUrl: string;
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
  /** Bounds of a counter's offset, in people. */
  offset: { min: number; max: number };
  /**
   * How many live counters may be listened to at once.
   * CAMPAIGN_ACTIONS_STREAMS_PER_ADDRESS, CAMPAIGN_ACTIONS_STREAMS_PER_NODE
   */
  streams: { perAddress: number; perNode: number };
}

export const DEFAULT_MAIL_DIR = '.tmp/mail';
export const DEFAULT_MAIL_FROM = 'campaigns@example.org';

type Env = typeof strapiEnv;

const defaults = ({ env }: { env: Env }): Options => ({
  keys: env('CAMPAIGN_ACTIONS_KEYS', ''),
  publicUrl: env('PUBLIC_URL', `http://localhost:${env('PORT', '1337')}`).replace(
    /(?<!\/)\/+$/,
    '',
  ),
  smtpUrl: env('SMTP_URL', ''),
  mailDir: env('MAIL_DIR', ''),
  mailFrom: env('MAIL_FROM', DEFAULT_MAIL_FROM),
  corsOrigins: env.array('CAMPAIGN_ACTIONS_CORS_ORIGINS', []),
  earlyPath: env('CAMPAIGN_ACTIONS_EARLY_PATH', 'on') !== 'off',
  offset: { min: 0, max: 100_000_000 },
  streams: {
    perAddress: env.int('CAMPAIGN_ACTIONS_STREAMS_PER_ADDRESS', 5),
    perNode: env.int('CAMPAIGN_ACTIONS_STREAMS_PER_NODE', 12_000),
  },
});

const schema = yup
  .object({
    keys: yup.string().test('operator-keys', function operatorKeys(value) {
      const problem = parseOperatorKeys(value ?? '').problem;
      return problem === null || this.createError({ message: problem });
    }),
    publicUrl: yup
      .string()
      .matches(
        /^https?:\/\/[^\s/]+/,
        'PUBLIC_URL must begin with http:// or https://, for example https://act.example.org.',
      )
      .required(),
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
    offset: yup
      .object({ min: yup.number().integer().required(), max: yup.number().integer().required() })
      .required(),
    streams: yup
      .object({
        perAddress: yup.number().integer().min(1).required(),
        perNode: yup.number().integer().min(0).required(),
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
