import { yup } from '@strapi/utils';
import { isSafeAddress } from './editing/link';
import { readNetwork } from './guard/lists';
import { FIRST_OWN_TABLE } from './privacy/canonical-email';
import { parseOperatorKeys } from './privacy/operator-keys';

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

/** What an integer of the database holds. */
const MOST_TABLES = 2 ** 31 - 1;

const atLeastOne = yup.number().integer().min(1).required();

/** What the plugin's options may be; each sentence tells an operator what to write. */
export const optionRules = yup
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
              .max(MOST_TABLES, 'The version of a table of spellings is ${max} at most.')
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
