import { yup } from '@strapi/utils';
import { checkBlocks } from './blocks';
import type { Finding } from './finding';
import { isLink, isSafeAddress, isWebAddress } from './link';

/** What a rule may ask about the document at hand and the others. */
export interface Checking {
  /** A draft may be unfinished; what is published may not. */
  publishing: boolean;
  documentId: string | undefined;
  actionExists: (documentId: string) => Promise<boolean>;
  /** Whether its signers are at risk, as any of its languages says, published or not. */
  actionIsSensitive: (documentId: string) => Promise<boolean>;
  /** Besides the site itself. */
  scriptOrigins: readonly string[];
  slugIsTaken: (slug: string) => Promise<boolean>;
  /** Whether one of these files of the media library is an SVG. */
  hasSvg: (files: unknown[]) => Promise<boolean>;
}

export type Fields = Record<string, unknown>;

export interface Situation {
  checking: Checking;
  /**
   * The component that holds the value, then what holds that, up to the document. A rule about a
   * whole component finds that component itself first.
   */
  within: Fields[];
}

/** yup hands these to a test; its types leave them out. */
interface Internals {
  from?: { value: Fields }[];
  options: { context?: unknown };
}

/** A yup schema that refuses a value with a problem of the closed list. */
export const rule = (
  judge: (value: unknown, situation: Situation) => Finding | Promise<Finding>,
): yup.AnySchema =>
  yup.mixed().test('rule', async function judged(value: unknown) {
    const { from = [], options } = this as unknown as Internals;
    const finding = await judge(value, {
      checking: options.context as Checking,
      within: from.map((parent) => parent.value),
    });
    return (
      finding === null ||
      this.createError({ message: finding.problem, params: { values: finding.values ?? {} } })
    );
  });

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** A rule about text; an empty one is for Strapi's own `required` to judge. */
export const textRule = (
  judge: (text: string, situation: Situation) => Finding | Promise<Finding>,
) => rule((value, situation) => (isEmpty(value) ? null : judge(String(value), situation)));

/** A component; one that is not there has nothing to refuse. */
export const part = (fields: Record<string, yup.AnySchema>): yup.AnySchema =>
  yup.object(fields).nullable().default(undefined);

/** A list of components. */
export const parts = (fields: Record<string, yup.AnySchema>): yup.AnySchema =>
  yup.array().of(part(fields)).nullable();

export const blocks = rule(checkBlocks);

/** Files as forms and other code name them: an id, an object with one, or lists and changes of such. */
const filesIn = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return isEmpty(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(filesIn);
  const { id, set, connect } = value as Fields;
  return isEmpty(id) ? [set, connect].flatMap(filesIn) : [id];
};

/** An image that holds no scripts: browsers run those of an SVG that is opened by itself. */
export const image = rule(async (value, { checking }) => {
  const files = filesIn(value);
  return files.length > 0 && (await checking.hasSvg(files)) ? { problem: 'image-svg' } : null;
});

export const link = textRule((text) => (isLink(text) ? null : { problem: 'link-invalid' }));

export const webAddress = textRule((text) =>
  isWebAddress(text) ? null : { problem: 'web-address-invalid' },
);

export const safeAddress = textRule((text) =>
  isSafeAddress(text) ? null : { problem: 'web-address-invalid' },
);

export const slug = textRule(async (text, { checking }) =>
  (await checking.slugIsTaken(text)) ? { problem: 'slug-taken', values: { slug: text } } : null,
);

/** The documentId of an action that is there, published or not. */
export const existingAction = textRule(async (documentId, { checking }) =>
  (await checking.actionExists(documentId)) ? null : { problem: 'action-unknown' },
);

/** Before publishing, a button leads to an action or to a link. */
export const destination = rule((url, { checking, within: [button] }) =>
  checking.publishing && isEmpty(url) && isEmpty(button?.action)
    ? { problem: 'destination-missing' }
    : null,
).concat(link);
